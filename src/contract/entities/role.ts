import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { z } from "zod";
import { id } from "../scalars.ts";

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
