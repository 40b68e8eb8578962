import { useMemo } from "react";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { LocaleProvider } from "#renderer/i18n/LocaleProvider.tsx";
import { AuditLog } from "./AuditLog.tsx";

/** The audit log; its times are those of the organization, whoever reads it and wherever. */
export function AuditPage() {
  const organization = useOrganization();
  const { language, timeZone } = organization;
  const locale = useMemo(() => ({ language, timeZone }), [language, timeZone]);
  return (
    <LocaleProvider locale={locale}>
      <AuditLog key={organization.id} organization={organization} />
    </LocaleProvider>
  );
}
