import { decide } from "../policy/decide.ts";
import type { Act, Reason } from "../policy/decision.ts";
import type { RoleKey } from "../policy/preset.ts";
import { Prospect, type Numbers, type Outlook, type OutlookMember } from "./outlook.ts";
import { permissionOfPlan, stepOf, type IdleReason, type PlanAct, type PlanKind } from "./step.ts";

/** Why an item cannot be done; the same kinds and codes as in the contract's fault. */
export type PlanProblem =
  | { readonly kind: "forbidden"; readonly refusal: Reason }
  | { readonly kind: "notFound"; readonly what: "organization" | "person" | "member" }
  | { readonly kind: "missing"; readonly what: "role" | "address" }
  | { readonly kind: "conflict"; readonly code: "ownOrganization" }
  | { readonly kind: "limitReached"; readonly limit: "seats" };

export type Verdict =
  | { readonly verdict: "will"; readonly act: PlanAct }
  | { readonly verdict: "nothing"; readonly why: IdleReason }
  | { readonly verdict: "fault"; readonly problem: PlanProblem };

/** One person of a plan in one organization. */
export interface ForeseenItem {
  /** The person's folded address; empty where there is a problem with it. */
  readonly folded: string;
  readonly role: RoleKey | null;
  /** What is wrong with the item whatever the organization says: nobody the actor knows, or no address. */
  readonly problem: PlanProblem | null;
}

/** What a plan would do in one organization. */
export interface Foresight {
  /** In the order of the items. */
  readonly verdicts: readonly Verdict[];
  readonly after: Numbers;
  /** How many invitations the plan sends. */
  readonly invited: number;
}

const faulty = (problem: PlanProblem): Verdict => ({ verdict: "fault", problem });

/**
 * Follows a plan through in one organization without doing anything: every item is judged by the rules of its command
 * as things stand after the items before it. Tested against the real execution.
 */
export function foresee(outlook: Outlook, kind: PlanKind, items: readonly ForeseenItem[], now: number): Foresight {
  const prospect = new Prospect(outlook);
  let invited = 0;
  const verdicts = items.map((item) => {
    const verdict = judge(prospect, kind, item, now);
    if (verdict.verdict === "will" && verdict.act === "invite") invited += 1;
    return verdict;
  });
  return { verdicts, after: prospect.numbers, invited };
}

function judge(prospect: Prospect, kind: PlanKind, item: ForeseenItem, now: number): Verdict {
  const refused = refusalOf(prospect, { kind: "use", permission: permissionOfPlan[kind] });
  if (refused !== null) return faulty(refused);
  if (item.problem !== null) return faulty(item.problem);
  const { folded, role } = item;
  const member = prospect.member(folded);
  const step = stepOf({ kind, role, member, invited: prospect.isInvited(folded), now });
  if (step.step === "nothing") return { verdict: "nothing", why: step.why };
  if (step.step === "missing") {
    return faulty(step.what === "role" ? { kind: "missing", what: "role" } : { kind: "notFound", what: "member" });
  }
  const problem = followAct(prospect, step.act, { folded, member, role: role ?? "", now });
  return problem === null ? { verdict: "will", act: step.act } : faulty(problem);
}

/** The refusal of an act by the one decision function, at this point of the plan. */
function refusalOf(prospect: Prospect, act: Act): PlanProblem | null {
  const { policy, actor, held } = prospect.outlook;
  const decision = decide(policy, prospect.member(actor), act, { ...prospect.numbers, held });
  if (decision.allowed) return null;
  // Whoever is no member any more learns nothing of the organization.
  return decision.reason.code === "notMember"
    ? { kind: "notFound", what: "organization" }
    : { kind: "forbidden", refusal: decision.reason };
}

/** What an act needs of the person it is about. */
export interface Following {
  readonly folded: string;
  readonly member: OutlookMember | null;
  readonly role: RoleKey;
  readonly now: number;
}

/** Does an act in the prospect, or says why not. */
export function followAct(
  prospect: Prospect,
  act: PlanAct,
  { folded, member, role, now }: Following,
): PlanProblem | null {
  if (act === "invite") {
    const refused = refusalOf(prospect, { kind: "invite", role });
    if (refused === null) prospect.invite(folded);
    return refused;
  }
  if (member === null) return { kind: "notFound", what: "member" };
  if (act === "reinstate") return reinstate(prospect, folded, member, role);
  if (act === "changeRole") {
    const refused = refusalOf(prospect, { kind: "changeRole", target: member, to: role });
    if (refused === null) prospect.place(folded, { ...member, role });
    return refused;
  }
  return end(prospect, act, { folded, member, now });
}

function reinstate(prospect: Prospect, folded: string, member: OutlookMember, role: RoleKey): PlanProblem | null {
  const refused = refusalOf(prospect, { kind: "reinstate", target: member, role });
  if (refused !== null) return refused;
  const status = member.removedFrom;
  if (status === "active" && !prospect.hasFreeSeat()) return { kind: "limitReached", limit: "seats" };
  prospect.place(folded, { ...member, role, status, removedAt: null });
  return null;
}

function end(
  prospect: Prospect,
  act: "remove" | "deactivate",
  { folded, member, now }: { readonly folded: string; readonly member: OutlookMember; readonly now: number },
): PlanProblem | null {
  const refused = refusalOf(prospect, { kind: act, target: member });
  if (refused !== null) return refused;
  if (member.accountId === prospect.outlook.personalOf) return { kind: "conflict", code: "ownOrganization" };
  const { status } = member;
  const removedFrom = status === "deactivated" ? "deactivated" : "active";
  prospect.place(
    folded,
    act === "deactivate"
      ? { ...member, status: "deactivated" }
      : { ...member, status: "removed", removedFrom, removedAt: now, left: false },
  );
  prospect.seatWaiting();
  return null;
}
