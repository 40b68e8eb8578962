import type { Preset } from "../preset.ts";
import { sectionWriter } from "./table.ts";

const everyone = ["superAdmin", "admin", "user"] as const;
const admins = ["superAdmin", "admin"] as const;
const superAdmins = ["superAdmin"] as const;
const section = sectionWriter(everyone);

/** A campaign platform, `requirements/001…`: 'Organization management is only available to Super Admins.' */
export const campaigns: Preset = {
  key: "campaigns",
  version: 1,
  name: "Campaigns",
  summary: "Super Admins manage the organization and its workspaces, Admins run campaigns, Users take part in them.",
  document: "001",
  roles: [
    {
      key: "superAdmin",
      name: "Super Admin",
      description: "Manages the organization: workspaces, people, billing, security and integrations.",
      toHolder: "You can manage the organization: workspaces, people, billing, security and integrations.",
      rank: 30,
      ownerClass: true,
    },
    {
      key: "admin",
      name: "Admin",
      description: "Runs campaigns and content in their workspaces; cannot open organization settings.",
      toHolder: "You can run campaigns and content in your workspaces, but not open organization settings.",
      rank: 20,
      ownerClass: false,
    },
    {
      key: "user",
      name: "User",
      description: "Creates content in the workspaces they are assigned to.",
      toHolder: "You can create content in the workspaces that you are assigned to.",
      rank: 10,
      ownerClass: false,
    },
  ],
  rows: [
    ...section("document", "Organization Management", [
      [
        "management",
        "Organization management is only available to Super Admins",
        ["organization.edit", "member.invite", "member.remove", "member.changeRole", "role.manage"],
        superAdmins,
      ],
      ["settings.access", "Accessing Organization Settings", ["organization.view"], superAdmins],
      ["info.edit", "Editing Organization Info", ["organization.edit"], superAdmins],
    ]),
    ...section("document", "Workspace Management", [
      ["workspaces.view", "Viewing All Workspaces", ["workspace.viewAll"], superAdmins],
      ["workspaces.create", "Creating a Workspace", ["workspace.edit"], superAdmins],
      ["workspaces.edit", "Modify workspace settings", ["workspace.edit"], superAdmins],
      ["workspaces.suspend", "Suspending a Workspace", ["workspace.edit"], superAdmins],
      ["workspaces.archive", "Archiving a Workspace", ["workspace.edit"], superAdmins],
      ["workspaces.delete", "Delete: permanent removal", ["workspace.delete"], superAdmins],
    ]),
    ...section("document", "Billing Management", [
      ["billing.plan", "View current plan", ["billing.view"], superAdmins],
      ["billing.methods", "Update payment methods", ["billing.manage"], superAdmins],
      ["billing.invoices", "Access invoices", ["billing.view"], superAdmins],
      ["billing.usage", "Monitor usage", ["usage.view"], superAdmins],
      ["billing.reports", "Generate usage reports", ["usage.view"], superAdmins],
    ]),
    ...section("document", "Security Settings", [
      ["security.authentication", "Configure how users authenticate", ["security.view"], superAdmins],
      ["security.audit", "View organization-wide activity", ["audit.view"], superAdmins],
    ]),
    ...section("document", "API & Integrations", [
      ["api.manage", "Manage API access for the organization", ["integration.manage"], superAdmins],
      ["webhooks.manage", "Configure organization-wide webhooks", ["integration.manage"], superAdmins],
    ]),
    ...section("document", "Data Management", [
      ["retention.configure", "Configure data retention policies", ["organization.edit"], superAdmins],
      ["deletion.request", "Request data deletion", ["organization.delete"], superAdmins],
    ]),
    ...section("orgdesk", "Organization", [
      ["organization.transfer", "Transfer ownership", ["organization.transfer"], superAdmins],
      ["members.view", "View members", ["member.view"], everyone],
    ]),
    ...section("orgdesk", "Campaigns", [
      ["campaigns.manage", "Manage campaigns", ["campaign.manage"], admins],
      ["posts.publish", "Publish content", ["post.publish"], admins],
      ["posts.edit", "Create and edit content", ["post.edit", "asset.manage"], everyone],
      ["analytics.view", "View campaign analytics", ["analytics.view"], everyone],
    ]),
  ],
  targets: { superAdmin: "anyone", admin: "nobody", user: "nobody" },
  assignable: { superAdmin: everyone, admin: [], user: [] },
  assignableWithApproval: { superAdmin: [], admin: [], user: [] },
  creatorRole: "superAdmin",
  defaultInvitationRole: "user",
  acceptsAfterSignUp: false,
  deletion: { mode: "hold", days: 30 },
  ownershipTransfer: true,
  workspaceNoun: { one: "workspace", other: "workspaces" },
};
