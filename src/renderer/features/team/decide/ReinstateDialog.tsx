import { Radio, Stack } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles, hasPermission } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { draftOf, givenBy, isComplete, noAccessDraft, type AccessDraft } from "#renderer/app/workspaces/access.ts";
import { AccessEditor } from "#renderer/app/workspaces/AccessEditor.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import { daysLeft } from "../details/daysLeft.ts";
import { RoleChoice } from "../RoleChoice.tsx";

interface ReinstateDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Bringing a removed person back: with what they had, or with another role or access. */
export function ReinstateDialog({ organization, member, onClose }: ReinstateDialogProps) {
  const { t } = useTranslation("members");
  const { t: team } = useTranslation("team");
  const policy = policyFor(organization);
  const nouns = nounsOf(organization);
  const former = useOperation("member.get", { organizationId: organization.id, memberId: member.id });
  const roles = assignableRoles(policy, organization.me.role);
  const [role, setRole] = useState(roles.find(({ key }) => key === member.role)?.key ?? roles.at(-1)?.key ?? "");
  const [access, setAccess] = useState<AccessDraft | null>(null);
  const takesAccess = !hasPermission(policy, role, "workspace.viewAll");
  const complete = role !== "" && (!takesAccess || access === null || isComplete(access));
  const input = {
    memberId: member.id,
    ...(role === member.role ? {} : { role }),
    ...(takesAccess && access !== null ? { workspaceAccess: givenBy(access) } : {}),
  };
  const { previewed, decision } = usePreviewedCommand(
    organization.id,
    "member.reinstate",
    complete ? input : null,
    (now) => {
      onClose();
      const given = nameOfRole(policy, now.role);
      toastDone({ message: team("done.reinstated", { name: member.name, role: given }) });
    },
  );
  const left = daysLeft(member, useNow());
  const impact: Impact[] =
    left === null ? [] : [{ id: "left", icon: <IconHistory />, text: t("leftOf", { count: left }) }];
  return (
    <DecisionDialog
      opened
      title={t("reinstate.title", { name: member.name })}
      confirmLabel={t("reinstate.confirm")}
      {...decision}
      onClose={onClose}
    >
      <Stack gap={16}>
        <RoleChoice label={t("reinstate.role")} roles={roles} value={role} onChange={setRole} />
        {takesAccess ? (
          <Radio.Group
            label={t("reinstate.access")}
            value={access === null ? "former" : "other"}
            onChange={(chosen) => setAccess(chosen === "former" ? null : startOf(former.data?.workspaceAccess))}
          >
            <Radio size="xs" mt={8} value="former" label={t("reinstate.former", nouns)} />
            <Radio size="xs" mt={8} value="other" label={t("reinstate.other", nouns)} />
          </Radio.Group>
        ) : null}
        {takesAccess && access !== null ? (
          <AccessEditor organization={organization} value={access} onChange={setAccess} />
        ) : null}
        {complete ? <PreviewPanel organization={organization} previewed={previewed} also={impact} /> : null}
      </Stack>
    </DecisionDialog>
  );
}

const startOf = (former: Parameters<typeof draftOf>[0] | undefined): AccessDraft =>
  former === undefined ? noAccessDraft : draftOf(former);
