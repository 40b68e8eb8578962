import { useMemo, type ReactNode } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";
import type { Locale } from "#renderer/i18n/format.ts";
import { useOrganizations } from "./useOrganizations.ts";

type Kept = Pick<Organization, keyof Locale>;

export const localeOf = ({ language, timeZone, dateFormat, timeFormat }: Kept): Locale => ({
  language,
  timeZone,
  dateFormat,
  timeFormat,
});

/** The locale of an organization, the same object while nothing of it changes. */
export function useLocaleOf(organization: Organization): Locale {
  const { language, timeZone, dateFormat, timeFormat } = organization;
  return useMemo(
    () => localeOf({ language, timeZone, dateFormat, timeFormat }),
    [language, timeZone, dateFormat, timeFormat],
  );
}

interface OrganizationLocaleProps {
  readonly organizationId: string;
  readonly children: ReactNode;
}

/**
 * What is about one organization outside of its screens. One rule for moments: what happens in an organization reads in
 * its zone wherever it is shown, everything else in the person's own.
 */
export function OrganizationLocale({ organizationId, children }: OrganizationLocaleProps) {
  const organization = useOrganizations().organizations.find(({ id }) => id === organizationId);
  return organization ? <Known organization={organization}>{children}</Known> : children;
}

function Known({ organization, children }: { readonly organization: Organization; readonly children: ReactNode }) {
  return <LocaleProvider locale={useLocaleOf(organization)}>{children}</LocaleProvider>;
}
