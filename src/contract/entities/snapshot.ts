import { accessScopes } from "#domain/workspaceAccess.ts";
import { z } from "zod";
import { Topic } from "../audit.ts";
import { id, instant } from "../scalars.ts";
import { AuditEvent } from "./auditEvent.ts";
import { Invitation } from "./invitation.ts";
import { Member } from "./member.ts";
import { MemberContact, MemberNotes, NotificationPreferences } from "./memberDetails.ts";
import { Organization } from "./organization.ts";
import { OwnershipTransfer } from "./ownership.ts";
import { PermissionMatrix } from "./permission.ts";
import { ReviewSchedule } from "./reviewSchedule.ts";
import { FormerRole } from "./role.ts";
import { Workspace } from "./workspace.ts";

/** A rule by which somebody reaches workspaces; of chosen ones, those that the person who asks sees themselves. */
const Rule = z.object({
  scope: z.enum(accessScopes),
  workspaceIds: z.array(id),
  future: z.boolean(),
  since: z.int().min(0),
});

/** What was written of a member beside their place, as far as the person who asks may see it. */
const Details = z.object({
  contact: MemberContact,
  notes: MemberNotes.nullable(),
  notifications: NotificationPreferences.nullable(),
});

/**
 * A member with their rule, so that who reaches a workspace can be told without a connection. `details` is null where
 * nothing was written.
 */
export const SnapshotMember = Member.extend({ access: Rule, details: Details.nullable() });
export type SnapshotMember = z.infer<typeof SnapshotMember>;

/** Whether its sender still stands for it follows from `senders` of the facts. */
export const SnapshotInvitation = Invitation.omit({ inviterMayNot: true }).extend({ access: Rule });
export type SnapshotInvitation = z.infer<typeof SnapshotInvitation>;

/** `revision` is the organization's when the workspace was created: rules tell current ones from later ones by it. */
export const SnapshotWorkspace = Workspace.extend({ revision: z.int().min(0) });
export type SnapshotWorkspace = z.infer<typeof SnapshotWorkspace>;

/** What a desktop keeps of an organization besides its lists, as one person sees it at one revision. */
export const SnapshotFacts = z.object({
  organization: Organization,
  matrix: PermissionMatrix,
  /** The open offer to take over the organization. */
  transfer: OwnershipTransfer.nullable(),
  /** How often access is reviewed; null where nobody set it, or the person may not review. */
  reviewSchedule: ReviewSchedule.nullable(),
  /** What deleted roles were called, for whoever may see the log, which names them by their keys. */
  formerRoles: z.array(FormerRole),
  /**
   * Who stands for the open invitations, with the roles that they could give now and until when; none for whoever does
   * not see invitations.
   */
  senders: z.array(z.object({ accountId: id, roles: z.array(z.string()), until: instant.nullable() })),
  /** Which lists the person may see; the others are empty. */
  sees: z.object({ members: z.boolean(), invitations: z.boolean(), audit: z.boolean() }),
  /** When the person's own access ends by itself; from then on nothing is shown. */
  until: instant.nullable(),
  revision: z.int().min(0),
  /** Opaque: goes back to the server with the question what changed since. */
  mark: z.string().max(300),
  at: instant,
});
export type SnapshotFacts = z.infer<typeof SnapshotFacts>;

const Counts = z.object({
  workspaces: z.int().min(0),
  members: z.int().min(0),
  invitations: z.int().min(0),
  events: z.int().min(0),
});

/**
 * Where a fill that was cut goes on: behind this row of this list, which is named by its id or, among events, by its
 * revision. The lists come in this order.
 */
export const FillPlace = z
  .string()
  .regex(/^(?:(?:workspaces|members|invitations):[0-9a-f-]{36}|events:\d{1,15})$/, "not a place in a fill");

/**
 * One line of a fill: first `facts`, then rows in the order of their ids, last `end`, without which the stream was cut.
 * All of it is as of one revision.
 */
export const SnapshotFrame = z.discriminatedUnion("type", [
  /** `expected` is for showing progress alone. */
  z.object({ type: z.literal("facts"), facts: SnapshotFacts, expected: Counts }),
  z.object({ type: z.literal("workspaces"), rows: z.array(SnapshotWorkspace) }),
  z.object({ type: z.literal("members"), rows: z.array(SnapshotMember) }),
  z.object({ type: z.literal("invitations"), rows: z.array(SnapshotInvitation) }),
  z.object({ type: z.literal("events"), rows: z.array(AuditEvent) }),
  z.object({ type: z.literal("end"), revision: z.int().min(0), counts: Counts }),
]);
export type SnapshotFrame = z.infer<typeof SnapshotFrame>;

/**
 * What became of an organization since a fill or since earlier changes. Rows take the place of those with their id.
 * `reset` asks for a fill instead: `sight` because the person sees more or less than before, so that everything kept
 * must go, `size` because too much changed.
 */
export const SnapshotChanges = z.object({
  revision: z.int().min(0),
  topics: z.array(Topic),
  reset: z.enum(["sight", "size"]).nullable(),
  /** Null together with `reset`. */
  changes: z
    .object({
      facts: SnapshotFacts,
      /** All that the person sees, or null where none changed; what is not among them is gone. */
      workspaces: z.array(SnapshotWorkspace).nullable(),
      members: z.array(SnapshotMember),
      invitations: z.array(SnapshotInvitation),
      events: z.array(AuditEvent),
    })
    .nullable(),
});
export type SnapshotChanges = z.infer<typeof SnapshotChanges>;
