import type { Preset } from "../preset.ts";
import { sectionWriter } from "./table.ts";

const everyone = ["owner", "viewer"] as const;
const owners = ["owner"] as const;
const nobody = [] as const;
const section = sectionWriter(everyone);

/** An operations team, `requirements/002…`: one table of 14 capabilities for Owner and Viewer. */
export const operations: Preset = {
  key: "operations",
  version: 1,
  name: "Operations",
  summary: "Owners build and manage everything; everyone they invite is a Viewer who can look, chat and investigate.",
  document: "002",
  roles: [
    {
      key: "owner",
      name: "Owner",
      description: "Creates agents, connections and reports, and manages billing, people and the organization.",
      toHolder: "You can create agents, connections and reports, and manage billing, people and the organization.",
      rank: 20,
      ownerClass: true,
    },
    {
      key: "viewer",
      name: "Viewer",
      description: "Views agents, connections and reports, chats with them and runs investigations.",
      toHolder: "You can view agents, connections and reports, chat with them and run investigations.",
      rank: 10,
      ownerClass: false,
    },
  ],
  rows: [
    ...section("document", "Roles and Permissions", [
      ["resources.view", "View agents, connections, reports", ["agent.view"], everyone],
      ["agents.chat", "Chat with agents", ["agent.chat"], everyone],
      ["investigations.run", "Run investigations", ["investigation.run"], everyone],
      ["reports.chat", "Chat with report results", ["report.chat"], everyone],
      ["sidebar.pin", "Pin items to the sidebar", ["sidebar.pin"], everyone],
      ["agents.edit", "Create or edit agents", ["agent.edit"], owners],
      ["connections.edit", "Create or edit connections", ["connection.edit"], owners],
      ["reports.edit", "Create or modify reports", ["report.edit"], owners],
      ["reports.run", "Trigger report runs", ["report.run"], owners],
      ["schedules.manage", "Manage schedules", ["schedule.manage"], owners],
      ["knowledge.upload", "Upload knowledge files", ["knowledge.upload"], owners],
      ["billing.manage", "Manage billing", ["billing.manage"], owners],
      ["members.manage", "Invite or remove team members", ["member.invite", "member.remove"], owners],
      ["organization.rename", "Rename the organization", ["organization.edit"], owners],
    ]),
    ...section("document", "Managing Invitations and Members", [
      ["invitations.view", "View pending invitations", ["member.invite"], owners],
      ["invitations.revoke", "Revoke an invitation", ["member.invite"], owners],
      ["members.view", "View organization members", ["member.view"], owners],
    ]),
    ...section("document", "Frequently Asked Questions", [
      ["billing.view", "Access billing settings or subscription management", ["billing.view"], owners],
      [
        "organization.transfer",
        "Transfer ownership of an organization",
        ["organization.transfer"],
        nobody,
        { owner: "Not currently. Ownership transfer is planned for a future update." },
      ],
      [
        "organization.delete",
        "Delete an organization",
        ["organization.delete"],
        nobody,
        { owner: "Not currently. Organization deletion is planned for a future update." },
      ],
    ]),
    ...section("orgdesk", "Organization", [
      ["organization.view", "View the organization", ["organization.view"], everyone],
      ["members.changeRole", "Change roles", ["member.changeRole"], owners],
      ["roles.manage", "Manage custom roles", ["role.manage"], owners],
      ["workspaces.view", "View all workspaces", ["workspace.viewAll"], everyone],
      ["workspaces.edit", "Create and edit workspaces", ["workspace.edit"], owners],
      ["workspaces.delete", "Delete workspaces", ["workspace.delete"], owners],
      ["integrations.manage", "Manage integrations", ["integration.manage"], owners],
    ]),
    ...section("orgdesk", "Oversight", [
      ["usage.view", "View usage", ["usage.view"], owners],
      ["audit.view", "View the audit log", ["audit.view"], owners],
      ["security.view", "View the security log", ["security.view"], owners],
    ]),
  ],
  targets: { owner: "anyone", viewer: "nobody" },
  assignable: { owner: ["viewer"], viewer: [] },
  assignableWithApproval: { owner: [], viewer: [] },
  creatorRole: "owner",
  defaultInvitationRole: "viewer",
  acceptsAfterSignUp: true,
  deletion: { mode: "off" },
  ownershipTransfer: false,
  workspaceNoun: { one: "workspace", other: "workspaces" },
};
