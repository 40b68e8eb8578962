import { requestStatuses } from "#domain/approvals.ts";
import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { z } from "zod";
import { id, instant } from "../scalars.ts";
import { Preset } from "./organization.ts";

const Party = z.object({ memberId: id, name: z.string() });

/** Somebody asks an owner to give a member a role (`requirements/004…`: 'promote Members to Admin, with Owner approval'). */
export const RoleRequest = z.object({
  id,
  organizationId: id,
  member: Party,
  requester: Party,
  /** The role that the member has, and the one that is asked for. */
  fromRole: z.string(),
  toRole: z.string(),
  reason: z.string(),
  status: z.enum(requestStatuses),
  createdAt: instant,
  expiresAt: instant,
});
export type RoleRequest = z.infer<typeof RoleRequest>;

/** A request in the inbox of somebody who may answer it. */
export const ReceivedRequest = RoleRequest.extend({
  organizationName: z.string(),
  preset: Preset,
  fromRoleName: z.string(),
  toRoleName: z.string(),
  /** What the member could do that they cannot do now, most telling first. */
  gains: z.array(z.enum(permissions as [Permission, ...Permission[]])),
});
export type ReceivedRequest = z.infer<typeof ReceivedRequest>;
