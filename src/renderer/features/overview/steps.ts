import type { Organization } from "#contract/entities/organization.ts";
import { ownersWarning } from "#domain/membership.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { paths } from "#renderer/app/organizations/paths.ts";

/** One thing to do in a new organization. */
export interface Step {
  readonly key: "invite" | "owner" | "details" | "answers";
  readonly done: boolean;
  readonly permission: Permission;
  readonly to: string;
}

/** What to set up, judged by how the organization stands and nothing else. */
export function stepsOf(organization: Organization): readonly Step[] {
  const { id, memberCount, pendingInvitations, owners, description, industry, website } = organization;
  return [
    {
      key: "invite",
      done: memberCount > 1 || pendingInvitations > 0,
      permission: "member.invite",
      to: paths.invite(id),
    },
    { key: "answers", done: memberCount > 1, permission: "member.view", to: paths.team(id, { status: "pending" }) },
    {
      key: "owner",
      done: ownersWarning(owners) !== "fewerThanTwo",
      permission: "member.changeRole",
      to: paths.team(id),
    },
    {
      key: "details",
      done: description !== "" && industry !== "" && website !== "",
      permission: "organization.edit",
      to: paths.section(id, "settings"),
    },
  ];
}
