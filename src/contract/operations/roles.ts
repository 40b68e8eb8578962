import { z } from "zod";
import { Organization, Preset } from "../entities/organization.ts";
import { CustomRole, FormerRole, RoleDetails, RoleUse } from "../entities/role.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

const roleKey = z.string().min(1).max(60);
const one = { organizationId: id, role: roleKey };

/** Custom roles, and what the roles of an organization mean as a whole. */
export const roleOperations = declare({
  "role.listUse": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/roles/use",
    summary: "How many members and invitations have each role, removed members included.",
    access: "organization",
    permission: "role.manage",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: z.object({ items: z.array(RoleUse) }),
    offline: "never",
    bridge: "open",
  },
  "role.listFormer": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/roles/former",
    summary: "What the custom roles that were deleted since were called: the log names roles by their keys.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    /** The 500 deleted last. */
    output: z.object({ items: z.array(FormerRole) }),
    offline: "snapshot",
    bridge: "open",
  },
  "role.create": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/roles",
    summary: "Make a role of the organization's own. With `from`, whatever is not given is as in that role.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "role.created",
    input: RoleDetails.partial()
      .required({ name: true })
      .extend({ organizationId: id, from: roleKey.optional() })
      .strict(),
    output: CustomRole,
    offline: "never",
    bridge: "open",
  },
  "role.update": {
    method: "PATCH",
    path: "/v1/organizations/{organizationId}/roles/{role}",
    summary: "Change a custom role; whoever holds it may do more or less at once.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "role.updated",
    /** `was`: the role as the editor saw it. A role that differs by now is not changed (`stateMoved`). */
    input: RoleDetails.partial()
      .extend(one)
      .extend({ was: CustomRole.omit({ key: true }).optional() })
      .strict(),
    output: CustomRole,
    offline: "never",
    bridge: "open",
  },
  "role.delete": {
    method: "DELETE",
    path: "/v1/organizations/{organizationId}/roles/{role}",
    summary: "Delete a custom role; its members and invitations get another one.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "role.deleted",
    input: z.strictObject({ ...one, reassignTo: roleKey }),
    output: z.object({ role: CustomRole, moved: RoleUse.omit({ role: true }) }),
    offline: "never",
    bridge: "open",
  },
  "organization.switchPreset": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/preset",
    summary: "Put the organization under another role preset. `roles` names the new role for each role in use.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "organization.presetSwitched",
    /** A custom role that is mapped to itself is kept. */
    input: z.strictObject({ organizationId: id, preset: Preset, roles: z.record(roleKey, roleKey) }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "organization.setRules": {
    method: "PATCH",
    path: "/v1/organizations/{organizationId}/rules",
    summary: "Turn an optional rule of the preset on or off.",
    access: "organization",
    permission: "role.manage",
    kind: "command",
    audit: "organization.rulesChanged",
    input: z.strictObject({ organizationId: id, adminsDemoteAdmins: z.boolean() }),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
});
