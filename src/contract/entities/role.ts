import { roleTextLimits } from "#domain/policy/customRole.ts";
import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { z } from "zod";
import { id, line, prose } from "../scalars.ts";

export const PermissionName = z.enum(permissions as [Permission, ...Permission[]]);

/** A role that an organization made itself, below its owners (`product-rules.md`, 'Role presets'). */
export const CustomRole = z.object({
  key: id,
  name: z.string(),
  description: z.string(),
  /** Compared with the ranks of the preset's roles. */
  rank: z.int().min(1),
  permissions: z.array(PermissionName).readonly(),
});
export type CustomRole = z.infer<typeof CustomRole>;

/** What a person sets on a custom role. */
export const RoleDetails = z.object({
  name: line(roleTextLimits.name),
  description: prose(roleTextLimits.description),
  rank: z.int().min(1).max(1000),
  permissions: z
    .array(PermissionName)
    .max(permissions.length)
    .transform((list) => [...new Set(list)].sort()),
});
export type RoleDetails = z.infer<typeof RoleDetails>;

/** How many people and invitations have a role, by what they are. */
export const RoleUse = z.object({
  role: z.string(),
  active: z.int(),
  deactivated: z.int(),
  /** Removed members who would come back with it. */
  removed: z.int(),
  /** Pending invitations to it. */
  invitations: z.int(),
});
export type RoleUse = z.infer<typeof RoleUse>;

/** What a custom role was called that was deleted since. */
export const FormerRole = z.object({ key: z.string(), name: z.string() });
export type FormerRole = z.infer<typeof FormerRole>;
