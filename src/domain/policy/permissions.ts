/**
 * Permissions that Orgdesk itself enforces. Each is asked by at least one operation of the contract
 * or reserved for a section of the product (`requirements/001…`, `004…`).
 */
export const systemPermissions = [
  "organization.view",
  "organization.edit",
  "organization.delete",
  "organization.transfer",
  "member.view",
  "member.invite",
  "member.remove",
  "member.changeRole",
  "role.manage",
  "workspace.viewAll",
  "workspace.edit",
  "workspace.delete",
  "billing.view",
  "billing.manage",
  "usage.view",
  "audit.view",
  "security.view",
  "integration.manage",
] as const;

/** Permissions that concern the organization's product. The products ask for them through `permission.check`. */
export const productPermissions = [
  "post.edit",
  "post.publish",
  "asset.manage",
  "socialAccount.manage",
  "analytics.view",
  "campaign.manage",
  "agent.view",
  "agent.chat",
  "agent.edit",
  "investigation.run",
  "report.chat",
  "report.edit",
  "report.run",
  "sidebar.pin",
  "connection.edit",
  "schedule.manage",
  "knowledge.upload",
] as const;

export type SystemPermission = (typeof systemPermissions)[number];
export type ProductPermission = (typeof productPermissions)[number];
export type Permission = SystemPermission | ProductPermission;

export const permissions: readonly Permission[] = [...systemPermissions, ...productPermissions];
