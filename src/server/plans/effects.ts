import type { ChangeEffects } from "#contract/entities/change.ts";
import { lapsedBetween, type SentInvitations } from "#domain/invitationBacking.ts";
import type { Foresight } from "#domain/plan/foresee.ts";
import type { PlanAct } from "#domain/plan/step.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { ownerClassKeys } from "#domain/policy/presets.ts";
import { effectsOnEverybody } from "../changes/effects.ts";
import { accountOf, administratorOf, peopleOf, transitionOf } from "../changes/telling.ts";
import type { Db } from "../storage/database.ts";
import { holds, type Place } from "../people/managed.ts";
import { openBySender } from "../storage/queries/invitation-senders.ts";
import { ownersSeenLast, workspacesToResolve } from "../storage/queries/change-facts.ts";
import type { Pools } from "../storage/pools.ts";
import type { PlannedMemberRow } from "../storage/queries/plan-facts.ts";
import { sessionsOf } from "../storage/queries/sessions-counted.ts";
import { viewerOf } from "../workspaces/viewer.ts";
import type { ResolvedItem } from "./resolve.ts";

const mostAdministrators = 10;

/** A plan in one organization, as it was foreseen there. */
export interface ForeseenPlan {
  readonly place: Place;
  readonly items: readonly ResolvedItem[];
  readonly foresight: Foresight;
  readonly member: (item: ResolvedItem) => PlannedMemberRow | undefined;
}

/** Where somebody stands before and after an item. */
interface Move {
  readonly row: PlannedMemberRow;
  readonly role: string;
  readonly status: PlannedMemberRow["status"];
}

function moveOf(row: PlannedMemberRow, act: PlanAct, planned: string | null): Move {
  const role = planned ?? row.role;
  if (act === "changeRole") return { row, role, status: row.status };
  if (act === "reinstate") return { row, role, status: row.removed_from === "deactivated" ? "deactivated" : "active" };
  if (act === "invite") return { row, role: row.role, status: row.status };
  return { row, role: row.role, status: act === "remove" ? "removed" : "deactivated" };
}

/** What the acts of a plan come to in one organization, told as a single change is told. */
export async function effectsOfPlan(pools: Pools, plan: ForeseenPlan, now: Date): Promise<ChangeEffects> {
  const { system } = pools;
  const { place, items, foresight, member } = plan;
  const { id, policy } = place;
  const moves = items.flatMap((item, index): Move[] => {
    const [verdict, row] = [foresight.verdicts[index], member(item)];
    return verdict?.verdict === "will" && row !== undefined ? [moveOf(row, verdict.act, item.role)] : [];
  });
  const viewer = viewerOf({ organization: place, policy, me: { memberId: place.member_id, role: place.role } });
  const [workspacesSeen, administrators, sent] = await Promise.all([
    workspacesToResolve(system, viewer),
    administratorsOf(system, plan, moves),
    openBySender(system, "members", id, { now, memberIds: moves.map(({ row }) => row.id) }),
  ]);
  const found = await effectsOnEverybody(
    system,
    id,
    {
      policy,
      workspacesSeen,
      places: moves.map(({ row: { id: memberId, role, status } }) => ({ id: memberId, role, status })),
    },
    { policy, places: moves.map(({ row, role, status }) => ({ id: row.id, role, status })) },
  );
  // As in the preview of a single change: who the others are is for those who see the team.
  const seesTeam = holds(place, "member.view");
  const shown = found.effects.people.filter(({ memberId }) => seesTeam || memberId === place.member_id);
  const people = peopleOf(shown, found, workspacesSeen);
  const accounts = new Map(shown.flatMap((effect) => accountOf(effect, found.named)));
  const sessions = await sessionsOf(pools, [...accounts.values()], now);
  const told = people.map((one) => ({ ...one, sessions: sessions.get(accounts.get(one.memberId) ?? "") ?? 0 }));
  return {
    transitions: found.effects.transitions.map(transitionOf),
    people: told,
    sessions: told.reduce((sum, one) => sum + one.sessions, 0),
    peopleTotal: found.total,
    workspaces: [],
    seats: {
      limit: place.seats_limit,
      before: { used: place.active_members, pending: place.pending_invitations },
      after: { used: foresight.after.active, pending: foresight.after.pending },
    },
    administrators,
    invitations: {
      ended: 0,
      changed: foresight.invited,
      lapsed: lapsedBetween({ policy, sent }, { policy, sent: sentAfter(sent, moves) }),
    },
  };
}

/** The same invitations once everybody stands where the plan puts them. */
function sentAfter(sent: readonly SentInvitations[], moves: readonly Move[]): SentInvitations[] {
  const moved = new Map(moves.map(({ row, role, status }) => [row.id, { memberId: row.id, role, status }]));
  return sent.map((each) => ({ ...each, sender: moved.get(each.sender?.memberId ?? "") ?? each.sender }));
}

/** Who is in charge afterwards: those who stay, most recently seen first, then those whom the plan makes owners. */
async function administratorsOf(
  system: Db,
  { place, foresight }: ForeseenPlan,
  moves: readonly Move[],
): Promise<ChangeEffects["administrators"]> {
  const counts = { before: place.owners, afterTotal: foresight.after.owners };
  if (!holds(place, "member.view")) return { ...counts, after: [] };
  const owns = ({ role, status }: Pick<Move, "role" | "status">) =>
    status === "active" && isOwnerClass(place.policy, role);
  const moved = new Set(moves.map(({ row }) => row.id));
  const leaving = moves.filter(({ row }) => owns(row)).length;
  const present = await ownersSeenLast(system, place.id, ownerClassKeys, mostAdministrators + leaving);
  const arriving = moves.filter(owns).map(({ row }) => ({ memberId: row.id, name: row.name, lastSeenAt: null }));
  const staying = present.filter((row) => !moved.has(row.id)).map(administratorOf);
  return { ...counts, after: [...staying, ...arriving].slice(0, mostAdministrators) };
}
