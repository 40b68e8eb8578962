import type { AuditAction } from "#contract/audit.ts";
import type { ChangePreview } from "#contract/entities/change.ts";
import { lapsedBetween } from "#domain/invitationBacking.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Stage } from "../dispatch/perform.ts";
import type { OrganizationStanding } from "../storage/queries/change-facts.ts";
import { basisOf } from "./basis.ts";
import { effectsOnEnd } from "./ending.ts";
import { effectsOnEverybody, effectsOnFew, type Found } from "./effects.ts";
import type { LookAfter, LookBefore } from "./looks.ts";
import { effectsOnReach, reachBetween } from "./reach.ts";
import type { Reach } from "../storage/queries/workspace-reach.ts";
import { rehearse, type Asked, type Rehearsed } from "./rehearse.ts";
import { accountOf, administratorOf, peopleOf, transitionOf } from "./telling.ts";

const mostEvents = 200;

/** Whose desktops lose the organization: everybody's, or those of some accounts, by member. */
export type SignedOut = "everybody" | ReadonlyMap<string, string>;

/** A preview, with those in it who may be signed in somewhere. */
export interface Prepared {
  readonly preview: ChangePreview;
  readonly signedOut: SignedOut;
}

/** What a command would do now, under the organization's lock. Whoever calls takes the transaction back or goes on. */
export async function prepare(stage: Stage, asked: Asked): Promise<Prepared> {
  const rehearsed = await rehearse(stage, asked);
  const effects = rehearsed.ok ? await effectsOfDone(stage, rehearsed) : noEffects(stage, rehearsed.fault);
  const { revision } = stage.authentication.head;
  return { preview: { revision, basis: basisOf(effects.told), ...effects.told }, signedOut: effects.signedOut };
}

interface Told {
  readonly told: Omit<ChangePreview, "revision" | "basis">;
  readonly signedOut: SignedOut;
}

const seatsOf = (before: OrganizationStanding, after: OrganizationStanding): ChangePreview["seats"] => ({
  limit: after.seats_limit,
  before: { used: before.active_members, pending: before.pending_invitations },
  after: { used: after.active_members, pending: after.pending_invitations },
});

function noEffects({ authentication }: Stage, fault: Extract<Rehearsed, { ok: false }>["fault"]): Told {
  const now = authentication.standing;
  const told = {
    verdict: { allowed: false, fault } as const,
    transitions: [],
    people: [],
    peopleTotal: 0,
    workspaces: [],
    sessions: 0,
    seats: seatsOf(now, now),
    administrators: { before: now.owners, after: [], afterTotal: now.owners },
    invitations: { ended: 0, changed: 0, lapsed: 0 },
    events: [],
  };
  return { told, signedOut: new Map() };
}

async function effectsOfDone(stage: Stage, { before, after, events }: Extract<Rehearsed, { ok: true }>): Promise<Told> {
  const { organization, member } = stage.authentication;
  const found = await foundBetween(stage, before, after);
  const seesTeam = hasPermission(storedPolicy(organization), member.role, "member.view");
  const shown = found.effects.people.filter(({ memberId }) => seesTeam || memberId === member.id);
  const actions = events.map(({ action }) => action);
  const told = {
    verdict: { allowed: true } as const,
    transitions: found.effects.transitions.map(transitionOf),
    people: peopleOf(shown, found, [...before.workspacesSeen, ...before.workspaces, ...after.workspaces]),
    peopleTotal: found.total,
    workspaces: workspacesOf(before, after),
    sessions: 0,
    seats: seatsOf(before.organization, after.ends ? { ...after.organization, ...nobody } : after.organization),
    administrators: {
      before: before.organization.owners,
      after: seesTeam && !after.ends ? after.administrators.map(administratorOf) : [],
      afterTotal: after.ends ? 0 : after.organization.owners,
    },
    invitations: after.ends
      ? { ended: before.organization.pending_invitations, changed: 0, lapsed: 0 }
      : { ...invitationsOf(actions), lapsed: lapsedBetween(before, after) },
    events: actions.slice(0, mostEvents),
  };
  const accounts = new Map(shown.flatMap((effect) => accountOf(effect, found.named)));
  return { told, signedOut: after.ends ? "everybody" : accounts };
}

const nobody = { active_members: 0, pending_invitations: 0 };

async function foundBetween(stage: Stage, before: LookBefore, after: LookAfter): Promise<Found> {
  if (before.leaving !== null) return effectsOnEnd(before, before.leaving);
  if (before.places !== null) return effectsOnEverybody(stage.db, stage.authentication.organization.id, before, after);
  const onWorkspaces = before.workspaces.length + after.workspaces.length > 0;
  return onWorkspaces ? effectsOnReach(before, after) : effectsOnFew(before, after);
}

function workspacesOf(before: LookBefore, after: LookAfter): ChangePreview["workspaces"] {
  const [was, is] = [before, after].map(({ workspaces }) => new Map(workspaces.map((row) => [row.id, row])));
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  const reach = reachBetween(before, after);
  return ids.map((id) => ({
    id,
    name: is?.get(id)?.name ?? was?.get(id)?.name ?? "",
    from: was?.get(id)?.status ?? null,
    to: is?.get(id)?.status ?? null,
    peopleBefore: usersOf(before, reach, id),
    peopleAfter: usersOf(after, reach, id),
  }));
}

/** Nobody can work in a workspace that is suspended or archived, also who still sees it. */
function usersOf({ workspaces }: Pick<LookBefore, "workspaces">, reach: Reach, id: string): number {
  if (workspaces.find((one) => one.id === id)?.status !== "active") return 0;
  return reach.byRole.reduce((sum, one) => sum + (one.id === id ? one.people : 0), 0);
}

const ending: ReadonlySet<AuditAction> = new Set([
  "invitation.revoked",
  "invitation.expired",
  "invitation.accepted",
  "invitation.declined",
]);

function invitationsOf(actions: readonly AuditAction[]): Omit<ChangePreview["invitations"], "lapsed"> {
  const about = actions.filter((action) => action.startsWith("invitation."));
  const ended = about.filter((action) => ending.has(action)).length;
  return { ended, changed: about.length - ended };
}
