import { z } from "zod";
import { Fault } from "../fault.ts";
import { emailInput, id, instant, prose } from "../scalars.ts";
import { ChangeEffects } from "./change.ts";
import { Preset } from "./organization.ts";
import { Money, SeatCount } from "./people.ts";
import { mostPlanned, planActs, planStates } from "../lists.ts";

const roleKey = z.string().min(1).max(60);

/** The role for each organization: its own entry, else that of its preset. One without either gets a fault. */
export const PlannedRoles = z.strictObject({
  byPreset: z.partialRecord(Preset, roleKey).default({}),
  byOrganization: z.record(id, roleKey).default({}),
});
export type PlannedRoles = z.infer<typeof PlannedRoles>;

/**
 * What a plan does to each person in each organization.
 *
 * `add` brings a person in, and nobody joins without consent: it sends an invitation to the person's verified
 * address, as `invitation.send` does. Members and people with a pending invitation are left as they are. Whoever was
 * removed within 90 days has consented before and is reinstated in the planned role, as `member.reinstate` does.
 */
export const PlanChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), roles: PlannedRoles, message: prose(1000).default("") }),
  z.strictObject({ kind: z.literal("changeRole"), roles: PlannedRoles }),
  z.strictObject({ kind: z.literal("remove") }),
  z.strictObject({ kind: z.literal("deactivate") }),
]);
export type PlanChange = z.infer<typeof PlanChange>;

/** The people of one organization that a plan is about. Addresses are for `add` alone. */
export const PlanTarget = z.strictObject({
  organizationId: id,
  accountIds: z.array(id).max(mostPlanned).default([]),
  emails: z.array(emailInput).max(mostPlanned).default([]),
});
export type PlanTarget = z.infer<typeof PlanTarget>;

export const PlanAct = z.enum(planActs);
export type PlanAct = z.infer<typeof PlanAct>;

/** Why there is nothing to do: it is so already. */
export const idleReasons = ["alreadyMember", "alreadyInvited", "sameRole", "notMember", "alreadyDeactivated"] as const;
export const IdleReason = z.enum(idleReasons);
export type IdleReason = z.infer<typeof IdleReason>;

/** What will become of one item, if nothing moves until then: judged by the rules that the command itself obeys. */
export const PlanVerdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("will"), act: PlanAct }),
  z.object({ verdict: z.literal("nothing"), why: IdleReason }),
  z.object({ verdict: z.literal("fault"), fault: Fault }),
]);
export type PlanVerdict = z.infer<typeof PlanVerdict>;

const Planned = z.object({
  /** Counts from 0 in the order in which the plan works. */
  position: z.int(),
  organizationId: id,
  /** Null for an address that no person whom the caller can see has. */
  accountId: id.nullable(),
  /** Empty where the caller cannot know it. */
  name: z.string(),
  email: z.string(),
  /** The planned role; null where the change gives none. */
  role: z.string().nullable(),
});

export const PreviewedItem = Planned.extend({ verdict: PlanVerdict });
export type PreviewedItem = z.infer<typeof PreviewedItem>;

export const VerdictCounts = z.object({ will: z.int(), nothing: z.int(), fault: z.int() });

/** What a plan does to one organization. Those that the caller is no member of are not told. */
export const PreviewedOrganization = z.object({
  organizationId: id,
  name: z.string(),
  counts: VerdictCounts,
  seats: z.object({ before: SeatCount, after: SeatCount }),
  /** Change of the monthly cost: at once, and once every invitation of the plan is accepted. Null without a price. */
  cost: z.object({ atOnce: Money, ifAccepted: Money }).nullable(),
  ownersLeft: z.int(),
});
export type PreviewedOrganization = z.infer<typeof PreviewedOrganization>;

export const PlanPreview = z.object({
  items: z.array(PreviewedItem),
  organizations: z.array(PreviewedOrganization),
  counts: VerdictCounts,
  /** Told where the plan is about one organization of the caller: what its acts come to there together. */
  effects: ChangeEffects.nullable(),
});
export type PlanPreview = z.infer<typeof PlanPreview>;

export const PlanState = z.enum(planStates);
export type PlanState = z.infer<typeof PlanState>;

export const PlanCounts = z.object({
  waiting: z.int(),
  done: z.int(),
  nothing: z.int(),
  failed: z.int(),
  cancelled: z.int(),
});
export type PlanCounts = z.infer<typeof PlanCounts>;

/** A change to many people in many organizations, worked off by the server item by item. */
export const Plan = z.object({
  id,
  change: PlanChange,
  status: z.enum(["running", "cancelled", "finished"]),
  counts: PlanCounts,
  total: z.int(),
  organizations: z.int(),
  /** The one person whom all of it is about; null where there are several, or one whom the caller cannot see. */
  person: z.object({ name: z.string(), email: z.string() }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type Plan = z.infer<typeof Plan>;

export const PlanProgress = Plan.extend({
  /** `name` is the one at the start; empty where the caller was no member. */
  byOrganization: z.array(z.object({ organizationId: id, name: z.string(), counts: PlanCounts })),
});
export type PlanProgress = z.infer<typeof PlanProgress>;

export const PlanItem = Planned.extend({
  organizationName: z.string(),
  state: PlanState,
  /** What was done; null until then. */
  act: PlanAct.nullable(),
  why: IdleReason.nullable(),
  fault: Fault.nullable(),
  /** When its state was reached. */
  at: instant.nullable(),
  /** The organization's revision after it: where the audit log tells of it. */
  revision: z.int().nullable(),
});
export type PlanItem = z.infer<typeof PlanItem>;
