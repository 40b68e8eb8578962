import { useTranslation } from "react-i18next";
import type { RoleRequest } from "#contract/entities/approval.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Badge } from "#renderer/ui/Badge.tsx";

interface RequestBadgeProps {
  readonly organization: Organization;
  readonly request: RoleRequest;
}

/** That a role was asked for a member and nobody has answered. */
export function RequestBadge({ organization, request }: RequestBadgeProps) {
  const { t } = useTranslation("approvals");
  const role = nameOfRole(policyFor(organization), request.toRole);
  return <Badge tone="amber">{t("pending.badge", { role })}</Badge>;
}
