import type { Preset } from "../preset.ts";
import { sectionWriter } from "./table.ts";

const everyone = ["member", "admin", "owner"] as const;
const admins = ["admin", "owner"] as const;
const owners = ["owner"] as const;
const section = sectionWriter(everyone);

/** A publishing team, `requirements/000…`: one table of 8 actions for Member, Admin and Owner. */
export const publishing: Preset = {
  key: "publishing",
  version: 1,
  name: "Publishing",
  summary: "Members create and publish posts, admins run accounts and the team, owners hold billing and deletion.",
  document: "000",
  roles: [
    {
      key: "member",
      name: "Member",
      description: "Creates, edits, publishes and schedules posts, and manages assets.",
      toHolder: "You can create, edit, publish and schedule posts, and manage assets.",
      rank: 10,
      ownerClass: false,
    },
    {
      key: "admin",
      name: "Admin",
      description: "Does what members do, manages social accounts, and invites and removes team members.",
      toHolder: "You can do what members do, manage social accounts, and invite and remove team members.",
      rank: 20,
      ownerClass: false,
    },
    {
      key: "owner",
      name: "Owner",
      description: "Does everything, and alone changes the billing plan and deletes the organization.",
      toHolder:
        "You can do everything, also what only owners can: change the billing plan and delete the organization.",
      rank: 30,
      ownerClass: true,
    },
  ],
  rows: [
    ...section("document", "Roles & Permissions", [
      ["posts.edit", "Create & edit posts", ["post.edit"], everyone],
      ["posts.publish", "Publish & schedule posts", ["post.publish"], everyone],
      ["assets.manage", "Manage assets", ["asset.manage"], everyone],
      ["accounts.manage", "Manage social accounts", ["socialAccount.manage"], admins],
      ["members.invite", "Invite team members", ["member.invite"], admins],
      ["members.remove", "Remove team members", ["member.remove"], admins],
      ["billing.change", "Change billing plan", ["billing.manage"], owners],
      ["organization.delete", "Delete organization", ["organization.delete"], owners],
    ]),
    ...section("orgdesk", "Organization", [
      ["organization.view", "View organization settings", ["organization.view"], everyone],
      ["organization.edit", "Edit organization settings", ["organization.edit"], admins],
      ["organization.transfer", "Transfer ownership", ["organization.transfer"], owners],
      ["workspaces.view", "View all workspaces", ["workspace.viewAll"], everyone],
      ["workspaces.edit", "Create and edit workspaces", ["workspace.edit"], admins],
      ["workspaces.delete", "Delete workspaces", ["workspace.delete"], admins],
      ["integrations.manage", "Manage integrations", ["integration.manage"], admins],
      ["analytics.view", "View analytics", ["analytics.view"], everyone],
    ]),
    ...section("orgdesk", "Team", [
      ["members.view", "View team members", ["member.view"], everyone],
      ["members.changeRole", "Change roles", ["member.changeRole"], admins],
      ["roles.manage", "Manage custom roles", ["role.manage"], owners],
    ]),
    ...section("orgdesk", "Oversight", [
      ["billing.view", "View billing", ["billing.view"], admins],
      ["usage.view", "View usage", ["usage.view"], admins],
      ["audit.view", "View the audit log", ["audit.view"], admins],
      ["security.view", "View the security log", ["security.view"], owners],
    ]),
  ],
  targets: { owner: "anyone", admin: "nonOwners", member: "nobody" },
  assignable: { owner: everyone, admin: ["member", "admin"], member: [] },
  assignableWithApproval: { owner: [], admin: [], member: [] },
  creatorRole: "owner",
  defaultInvitationRole: "member",
  acceptsAfterSignUp: false,
  deletion: { mode: "immediate" },
  ownershipTransfer: true,
  workspaceNoun: { one: "workspace", other: "workspaces" },
};
