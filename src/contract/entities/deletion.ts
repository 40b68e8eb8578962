import { z } from "zod";
import { id, instant } from "../scalars.ts";

/** What goes with an organization, and for how many days it can be restored; 0: it is purged at once. */
export const DeletionImpact = z.object({
  members: z.int(),
  invitations: z.int(),
  workspaces: z.int(),
  auditEvents: z.int(),
  holdDays: z.int(),
});
export type DeletionImpact = z.infer<typeof DeletionImpact>;

/** What is left of a purged organization, readable by those who owned it. `purgedAt` is null while it is under way. */
export const DeletionCertificate = z.object({
  organizationId: id,
  name: z.string(),
  slug: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  purgedAt: instant.nullable(),
  counts: z.object({ members: z.int(), invitations: z.int(), workspaces: z.int(), auditEvents: z.int() }),
  /** The hash of the last audit event, and its number. */
  chainHead: z.string(),
  revision: z.int(),
});
export type DeletionCertificate = z.infer<typeof DeletionCertificate>;
