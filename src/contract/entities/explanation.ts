import { z } from "zod";
import { Refusal } from "../fault.ts";
import { id, instant } from "../scalars.ts";
import { PermissionName, RoleDetails } from "./role.ts";

const role = z.string().min(1).max(60);
const onMember = { targetId: id };
const { rank, permissions } = RoleDetails.shape;
const shape = z.strictObject({ rank, permissions });

/** An act to be explained; whom it is about is named by id, and their place is read on the server. */
export const ActQuestion = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("use"), permission: PermissionName }),
  z.strictObject({ kind: z.literal("invite"), role }),
  z.strictObject({ kind: z.literal("changeRole"), ...onMember, to: role }),
  z.strictObject({ kind: z.literal("remove"), ...onMember }),
  z.strictObject({ kind: z.literal("deactivate"), ...onMember }),
  z.strictObject({ kind: z.literal("reactivate"), ...onMember }),
  z.strictObject({ kind: z.literal("reinstate"), ...onMember }),
  z.strictObject({ kind: z.literal("setWorkspaceAccess"), ...onMember }),
  z.strictObject({ kind: z.literal("transfer"), ...onMember }),
  z.strictObject({ kind: z.literal("requestRole"), ...onMember, to: role }),
  z.strictObject({ kind: z.literal("answerRequest"), requesterId: id, to: role }),
  z.strictObject({ kind: z.literal("setAccessUntil"), ...onMember, ends: z.boolean() }),
  z.strictObject({ kind: z.literal("editDetails"), ...onMember }),
  z.strictObject({ kind: z.literal("keepNotes"), ...onMember }),
  z.strictObject({ kind: z.literal("createRole"), shape }),
  z.strictObject({ kind: z.literal("editRole"), role, shape }),
  z.strictObject({ kind: z.literal("deleteRole"), role, to: role }),
  z.strictObject({ kind: z.literal("setRules") }),
  z.strictObject({ kind: z.literal("restore") }),
  z.strictObject({ kind: z.literal("takeOver") }),
  z.strictObject({ kind: z.literal("leave") }),
]);
export type ActQuestion = z.infer<typeof ActQuestion>;

/** Why a member may do something or not, by which rows of the preset, and who could help. */
export const ActExplanation = z.object({
  memberId: id,
  role: z.string(),
  allowed: z.boolean(),
  refusal: Refusal.nullable(),
  /** The permission that it takes; null where membership is enough. */
  permission: PermissionName.nullable(),
  /** Rows that grant or withhold it, in the wording of the preset's document, with its notes for this role. */
  rows: z.array(z.object({ key: z.string(), label: z.string(), allowed: z.boolean(), note: z.string().nullable() })),
  /** The role through which it is held. */
  through: z.string().nullable(),
  /** Null where it is allowed, and where nobody can help. */
  helpers: z
    .object({
      /** `grant`: they could give a role that may; `act`: they could do it themselves. */
      how: z.enum(["grant", "act"]),
      roles: z.array(z.string()),
      /** Up to 10, most recently seen first; none for whoever may not see the team. */
      people: z.array(z.object({ memberId: id, name: z.string(), role: z.string(), lastSeenAt: instant.nullable() })),
      total: z.int(),
    })
    .nullable(),
});
export type ActExplanation = z.infer<typeof ActExplanation>;

/** Somebody who can do something in one of the organizations of whoever asks, and through what. */
export const PermissionHolder = z.object({
  organizationId: id,
  memberId: id,
  accountId: id,
  name: z.string(),
  email: z.string(),
  role: z.string(),
  lastSeenAt: instant.nullable(),
  /** The role's name, and the rows of the preset that give the permission. */
  through: z.object({ role: z.string(), rows: z.array(z.string()) }),
});
export type PermissionHolder = z.infer<typeof PermissionHolder>;
