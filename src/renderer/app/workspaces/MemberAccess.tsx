import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { WorkspaceAccessView } from "#contract/entities/workspace.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { AccessDialog } from "./AccessDialog.tsx";
import { AccessSummary } from "./AccessSummary.tsx";

interface MemberAccessProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly access: WorkspaceAccessView;
}

/** Which workspaces a member can use, and the way to change it. */
export function MemberAccess({ organization, member, access }: MemberAccessProps) {
  const { t } = useTranslation("workspaces");
  const [editing, setEditing] = useState(false);
  const { id: memberId, role, status } = member;
  return (
    <AccessSummary organization={organization} access={access} role={role}>
      {access.byRole || status === "removed" ? null : (
        <Explained
          organization={organization}
          act={{ kind: "setWorkspaceAccess", target: { memberId, role, status } }}
          position="left"
        >
          <Button variant="default" size="compact-xs" onClick={() => setEditing(true)}>
            {t("access.change")}
          </Button>
        </Explained>
      )}
      {editing ? (
        <AccessDialog organization={organization} member={member} access={access} onClose={() => setEditing(false)} />
      ) : null}
    </AccessSummary>
  );
}
