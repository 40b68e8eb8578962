import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { AuditLog } from "./AuditLog.tsx";

/** The audit log of one organization. */
export function AuditPage() {
  const organization = useOrganization();
  return <AuditLog key={organization.id} organization={organization} />;
}
