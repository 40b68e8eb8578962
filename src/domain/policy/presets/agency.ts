import type { Preset } from "../preset.ts";
import { sectionWriter } from "./table.ts";

const everyone = ["owner", "admin", "member"] as const;
const admins = ["owner", "admin"] as const;
const owners = ["owner"] as const;
const section = sectionWriter(everyone);

/** An agency and its brands, `requirements/004…`: a matrix of 13 actions for Owner, Admin and Member. */
export const agency: Preset = {
  key: "agency",
  version: 1,
  name: "Agency",
  summary: "Owners hold everything, admins run brands and members, members work on the brands assigned to them.",
  document: "004",
  roles: [
    {
      key: "owner",
      name: "Owner",
      description: "Highest level of access, with billing, deletion and ownership transfer.",
      toHolder: "You have the highest level of access, with billing, deletion and ownership transfer.",
      rank: 30,
      ownerClass: true,
    },
    {
      key: "admin",
      name: "Admin",
      description: "Operational management: brands, members, integrations and organization settings.",
      toHolder: "You can manage operations: brands, members, integrations and organization settings.",
      rank: 20,
      ownerClass: false,
    },
    {
      key: "member",
      name: "Member",
      description: "Standard access to the brands they are assigned to.",
      toHolder: "You have standard access to the brands that you are assigned to.",
      rank: 10,
      ownerClass: false,
    },
  ],
  rows: [
    ...section("document", "Organization Management", [
      ["organization.view", "View organization settings", ["organization.view"], everyone],
      ["organization.edit", "Edit organization settings", ["organization.edit"], admins],
      ["organization.delete", "Delete organization", ["organization.delete"], owners],
    ]),
    ...section("document", "Team Management", [
      ["members.view", "View team members", ["member.view"], everyone],
      ["members.invite", "Invite team members", ["member.invite"], admins],
      ["members.remove", "Remove team members", ["member.remove"], admins],
      [
        "members.assignRoles",
        "Assign roles",
        ["member.changeRole"],
        admins,
        { admin: "Admins can only assign Member roles" },
      ],
    ]),
    ...section("document", "Brand Management", [
      [
        "brands.viewAll",
        "View all brands",
        ["workspace.viewAll"],
        admins,
        { member: "Members can only view brands they're assigned to" },
      ],
      ["brands.edit", "Create/edit brands", ["workspace.edit"], admins],
      ["brands.delete", "Delete brands", ["workspace.delete"], admins],
    ]),
    ...section("document", "Billing & Subscription", [
      ["billing.view", "View billing information", ["billing.view"], owners],
      ["billing.manage", "Manage subscription", ["billing.manage"], owners],
      ["usage.view", "View usage reports", ["usage.view"], admins],
    ]),
    ...section("document", "Role Hierarchy", [
      ["organization.transfer", "Transfer ownership", ["organization.transfer"], owners],
      ["integrations.manage", "Manage integrations", ["integration.manage"], admins],
      [
        "reports.generate",
        "Generate reports",
        ["report.run", "analytics.view"],
        everyone,
        { member: "Generate reports for assigned brands" },
      ],
    ]),
    ...section("orgdesk", "Oversight", [
      ["audit.view", "View the audit log", ["audit.view"], admins],
      ["security.view", "View the security log", ["security.view"], owners],
      ["roles.manage", "Manage custom roles", ["role.manage"], owners],
    ]),
  ],
  targets: { owner: "anyone", admin: "lowestRole", member: "nobody" },
  assignable: { owner: everyone, admin: ["member"], member: [] },
  assignableWithApproval: { owner: [], admin: ["admin"], member: [] },
  creatorRole: "owner",
  defaultInvitationRole: "member",
  acceptsAfterSignUp: false,
  deletion: { mode: "hold", days: 30 },
  ownershipTransfer: true,
  workspaceNoun: { one: "brand", other: "brands" },
};
