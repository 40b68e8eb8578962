import { z } from "zod";
import { Refusal } from "../fault.ts";
import { id } from "../scalars.ts";
import { Preset } from "./organization.ts";
import { PermissionName } from "./role.ts";

/** A role as the matrix shows it. */
export const RoleSummary = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  rank: z.int(),
  ownerClass: z.boolean(),
  /** Whether the organization made it itself. */
  custom: z.boolean(),
  /** Active members who hold it. */
  members: z.int(),
});

/** The effective permissions of an organization, in the wording of its preset's document. */
export const PermissionMatrix = z.object({
  preset: Preset,
  presetVersion: z.int(),
  presetName: z.string(),
  roles: z.array(RoleSummary),
  sections: z.array(
    z.object({
      title: z.string(),
      rows: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          source: z.enum(["document", "orgdesk"]),
          permissions: z.array(PermissionName),
          /** `partly`: a custom role holds some of the row's permissions, so that its words do not hold. */
          cells: z.record(
            z.string(),
            z.object({ allowed: z.boolean(), partly: z.boolean(), note: z.string().nullable() }),
          ),
        }),
      ),
    }),
  ),
  myRole: z.string(),
});
export type PermissionMatrix = z.infer<typeof PermissionMatrix>;

/** One question: may this person do this here? Without `memberId`, the person who asks. */
export const PermissionQuestion = z.object({ memberId: id.optional(), permission: PermissionName });
export type PermissionQuestion = z.infer<typeof PermissionQuestion>;

export const PermissionAnswer = z.object({
  memberId: id,
  permission: PermissionName,
  allowed: z.boolean(),
  refusal: Refusal.nullable(),
});
export type PermissionAnswer = z.infer<typeof PermissionAnswer>;
