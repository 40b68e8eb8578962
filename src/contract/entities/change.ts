import { z } from "zod";
import { AuditAction } from "../audit.ts";
import { Fault } from "../fault.ts";
import { id, instant } from "../scalars.ts";
import { PermissionName } from "./role.ts";
import { WorkspaceStatus } from "./workspace.ts";

const status = z.enum(["active", "deactivated", "removed"]);

/** A member's place in an organization at one moment. */
export const MemberStanding = z.object({ role: z.string(), status });
export type MemberStanding = z.infer<typeof MemberStanding>;

/** People who change alike: from one place to another, with what they gain and lose by it. Null: not a member. */
export const Transition = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  statusFrom: status.nullable(),
  statusTo: status.nullable(),
  people: z.int(),
  gained: z.array(PermissionName),
  lost: z.array(PermissionName),
});
export type Transition = z.infer<typeof Transition>;

const WorkspaceRef = z.object({ id, name: z.string() });

/**
 * What a change does to one person. Workspaces are those that the person who asks sees themselves; one is lost when it
 * is no longer seen or can no longer be worked in.
 */
export const PersonChange = z.object({
  memberId: id,
  name: z.string(),
  email: z.string(),
  before: MemberStanding.nullable(),
  after: MemberStanding.nullable(),
  gained: z.array(PermissionName),
  lost: z.array(PermissionName),
  /** The first 50 by name; the totals count all. */
  workspacesGained: z.array(WorkspaceRef),
  workspacesLost: z.array(WorkspaceRef),
  workspacesGainedTotal: z.int(),
  workspacesLostTotal: z.int(),
  /** Those of `sessions` of the change that are theirs. */
  sessions: z.int(),
});
export type PersonChange = z.infer<typeof PersonChange>;

const SeatCount = z.object({ used: z.int(), pending: z.int() });

/** What a change does in an organization: to people, workspaces, seats, invitations, and to who stays in charge. */
export const ChangeEffects = z.object({
  transitions: z.array(Transition),
  /**
   * The first by name: up to 100, and 50 where everybody of a role fares alike. Whoever may not see the team finds only
   * themselves.
   */
  people: z.array(PersonChange),
  peopleTotal: z.int(),
  /** Workspaces that the change is about, with the people who can work in them before and after. */
  workspaces: z.array(
    WorkspaceRef.extend({
      from: WorkspaceStatus.nullable(),
      to: WorkspaceStatus.nullable(),
      peopleBefore: z.int(),
      peopleAfter: z.int(),
    }),
  ),
  /** Signed-in desktops that lose this organization. */
  sessions: z.int(),
  seats: z.object({ limit: z.int().nullable(), before: SeatCount, after: SeatCount }),
  /** Active members with an owner-class role; up to 10 of those afterwards, most recently seen first. */
  administrators: z.object({
    before: z.int(),
    after: z.array(z.object({ memberId: id, name: z.string(), lastSeenAt: instant.nullable() })),
    afterTotal: z.int(),
  }),
  /** `lapsed` ones stay open, and join nobody: whoever stands for them could no longer give their role. */
  invitations: z.object({ ended: z.int(), changed: z.int(), lapsed: z.int() }),
});
export type ChangeEffects = z.infer<typeof ChangeEffects>;

/**
 * What a command would do if it were run now. It was run, for this person, and taken back. The start of a transfer
 * tells what its acceptance would do, for which alone it is started; the deletion of an organization what its purge
 * would do.
 */
export const ChangePreview = ChangeEffects.extend({
  revision: z.int(),
  /** Stands for the effects: sent with the command, it is refused as `stateMoved` once they are others. */
  basis: z.string(),
  /** What the command would answer. A refused one has no effects. */
  verdict: z.discriminatedUnion("allowed", [
    z.object({ allowed: z.literal(true) }),
    z.object({ allowed: z.literal(false), fault: Fault }),
  ]),
  /** The audit actions that it would write, in order; the first 200. */
  events: z.array(AuditAction),
});
export type ChangePreview = z.infer<typeof ChangePreview>;
