import { useTranslation } from "react-i18next";
import type { RoleRequest } from "#contract/entities/approval.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { toastDone } from "#renderer/ui/toast.tsx";

/** Takes back a request that the reader made. */
export function useCancelRequest(organization: Organization) {
  const { t } = useTranslation("approvals");
  const command = useCommand("approval.cancel", {
    onDone: ({ member, toRole }) => {
      const role = nameOfRole(policyFor(organization), toRole);
      toastDone({ message: t("pending.cancelled", { name: member.name, role }) });
    },
  });
  const cancel = (request: RoleRequest) => command.run({ organizationId: organization.id, approvalId: request.id });
  return { cancel, pending: command.pending };
}
