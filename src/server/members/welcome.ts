import { hasPermission, roleOf, type Policy } from "#domain/policy/policy.ts";
import type { WorkspaceAccess } from "#domain/workspaceAccess.ts";
import type { Db } from "../storage/database.ts";
import type { InvitationRow } from "../storage/queries/invitations.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { namesOf } from "../storage/queries/workspace-names.ts";
import { mailMembers } from "./letters.ts";

/** How many workspaces a letter names; the rest is a number. */
const namedAtMost = 10;

/** What the letter says of the workspaces that a role and a rule give. */
async function workspacesIn(db: Db, organizationId: string, seesAll: boolean, access: WorkspaceAccess) {
  if (seesAll) return { all: true, future: true, names: [], more: 0 };
  const { scope, future, workspaceIds } = access;
  const names = scope === "chosen" ? await namesOf(db, organizationId, workspaceIds, namedAtMost) : [];
  return { all: scope === "all", future, names, more: Math.max(0, workspaceIds.length - namedAtMost) };
}

/** Welcomes a new member in the organization's name, and tells whoever invited them. */
export async function mailJoined(
  db: Db,
  { organizationName, policy }: { readonly organizationName: string; readonly policy: Policy },
  invitation: InvitationRow,
  member: MemberRow,
  access: WorkspaceAccess,
): Promise<void> {
  const { organization_id: organizationId, role: key } = member;
  const role = roleOf(policy, key);
  const roleName = role?.name ?? key;
  const workspaces = await workspacesIn(db, organizationId, hasPermission(policy, key, "workspace.viewAll"), access);
  await mailMembers(
    db,
    organizationId,
    { memberIds: [member.id] },
    {
      letter: "welcome",
      organizationId,
      organizationName,
      roleName,
      roleDescription: role?.toHolder ?? "",
      workspaces,
    },
  );
  const inviter = { accountIds: [invitation.invited_by_account_id] };
  await mailMembers(db, organizationId, inviter, {
    letter: "memberJoined",
    organizationName,
    memberName: member.name,
    roleName,
  });
}
