import type { Preset } from "../preset.ts";
import { sectionWriter } from "./table.ts";

const everyone = ["admin", "member"] as const;
const admins = ["admin"] as const;
const section = sectionWriter(everyone);
const limited = { member: "With limited settings access" } as const;

/** A social team, `requirements/003…`: 'Only users with Admin privileges can invite new team members.' */
export const social: Preset = {
  key: "social",
  version: 1,
  name: "Social",
  summary: "Admins have full access, settings and team included; Members compose, schedule and read analytics.",
  document: "003",
  roles: [
    {
      key: "admin",
      name: "Admin",
      description: "Full access to all features, settings, and team management.",
      toHolder: "You have full access to all features, settings, and team management.",
      rank: 20,
      ownerClass: true,
    },
    {
      key: "member",
      name: "Member",
      description: "Access to core features like composing, scheduling, and analytics, with limited settings access.",
      toHolder:
        "You have access to core features like composing, scheduling, and analytics, with limited settings access.",
      rank: 10,
      ownerClass: false,
    },
  ],
  rows: [
    ...section("document", "Core features", [
      ["composing", "Composing", ["post.edit"], everyone],
      ["scheduling", "Scheduling", ["post.publish"], everyone],
      ["analytics", "Analytics", ["analytics.view"], everyone],
      ["features", "Full access to all features", ["socialAccount.manage", "integration.manage"], admins],
    ]),
    ...section("document", "Settings", [
      ["settings.view", "See settings", ["organization.view"], everyone, limited],
      [
        "settings.all",
        "Full access to all settings",
        ["organization.edit", "billing.view", "billing.manage", "security.view"],
        admins,
      ],
    ]),
    ...section("document", "Team management", [
      ["invitations.send", "Invite new team members", ["member.invite"], admins],
      ["invitations.view", "View pending invites", ["member.invite"], admins],
      ["invitations.revoke", "Revoke an invitation", ["member.invite"], admins],
      ["team.manage", "Full access to team management", ["member.remove", "member.changeRole"], admins],
    ]),
    ...section("orgdesk", "Organization", [
      ["members.view", "View team members", ["member.view"], everyone],
      ["assets.manage", "Manage assets", ["asset.manage"], everyone],
      ["workspaces.view", "View all workspaces", ["workspace.viewAll"], everyone],
      ["workspaces.edit", "Create and edit workspaces", ["workspace.edit"], admins],
      ["workspaces.delete", "Delete workspaces", ["workspace.delete"], admins],
      ["roles.manage", "Manage custom roles", ["role.manage"], admins],
      ["organization.transfer", "Transfer ownership", ["organization.transfer"], admins],
      ["organization.delete", "Delete organization", ["organization.delete"], admins],
    ]),
    ...section("orgdesk", "Oversight", [
      ["usage.view", "View usage", ["usage.view"], admins],
      ["audit.view", "View the audit log", ["audit.view"], admins],
    ]),
  ],
  targets: { admin: "anyone", member: "nobody" },
  assignable: { admin: everyone, member: [] },
  assignableWithApproval: { admin: [], member: [] },
  creatorRole: "admin",
  defaultInvitationRole: "member",
  acceptsAfterSignUp: false,
  deletion: { mode: "hold", days: 30 },
  ownershipTransfer: true,
  workspaceNoun: { one: "workspace", other: "workspaces" },
};
