import { createContext, useContext, type ReactNode } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";
import { Scope } from "#renderer/ui/Scope.tsx";
import { useLocaleOf } from "./OrganizationLocale.tsx";

const OrganizationContext = createContext<Organization | null>(null);

interface OrganizationScopeProps {
  readonly organization: Organization;
  readonly children: ReactNode;
}

/** Gives the screens below the organization that the address names, with its way of writing times and numbers. */
export function OrganizationScope({ organization, children }: OrganizationScopeProps) {
  const locale = useLocaleOf(organization);
  return (
    <OrganizationContext value={organization}>
      <Scope value={organization.id}>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
      </Scope>
    </OrganizationContext>
  );
}

/** The active organization, on the screens of one. */
export function useOrganization(): Organization {
  const organization = useContext(OrganizationContext);
  if (!organization) throw new Error("useOrganization is for screens of an organization");
  return organization;
}
