import { Textarea } from "@mantine/core";
import { IconHourglass, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { approversOf } from "#domain/policy/policy.ts";
import { roleDifference } from "#domain/policy/roleDifference.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";

interface RequestRoleDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly role: RoleKey;
  readonly onClose: () => void;
}

/** As many as two lines hold. */
const actsAtMost = 4;

/** Asking an owner for a role that the reader may not give alone. */
export function RequestRoleDialog({ organization, member, role, onClose }: RequestRoleDialogProps) {
  const { t } = useTranslation("approvals");
  const { t: frame } = useTranslation("frame");
  const { t: common } = useTranslation();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const policy = policyFor(organization);
  const roleName = (key: RoleKey) => nameOfRole(policy, key);
  const words = { name: member.name, role: roleName(role) };
  const { gained } = roleDifference(policy, member.role, role);
  const acts = gained.slice(0, actsAtMost).map((each) => frame(`permission.${each}`, nounsOfPolicy(policy)));
  const list = (items: readonly string[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat("en", { type }).format(items);
  const approvers = list(approversOf(policy, role).map(roleName), "disjunction");
  const request = useCommand("approval.request", {
    onDone: () => {
      toastDone({ message: t("ask.done", words) });
      onClose();
    },
    onFault: setFault,
  });
  const given = { organizationId: organization.id, memberId: member.id, role, reason: reason.trim() };
  return (
    <DecisionDialog
      opened
      title={t("ask.title", words)}
      impact={[
        { id: "gains", icon: <IconKey />, text: t("ask.gains", { ...words, acts: list(acts, "conjunction") }) },
        { id: "answer", icon: <IconHourglass />, text: t("ask.answer", { approvers }) },
      ]}
      confirmation={
        <Textarea
          data-autofocus
          label={t("ask.reason")}
          description={`${common("field.optional")}. ${t("ask.reasonHint")}`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      }
      confirmLabel={t("ask.confirm")}
      pending={request.pending}
      fault={fault}
      onConfirm={() => void request.run(given)}
      onClose={onClose}
    />
  );
}
