import type { AuditAction } from "#contract/audit.ts";
import type { ChangePreview, Transition } from "#contract/entities/change.ts";
import type { PersonEffect, TransitionEffect } from "#domain/changes/effects.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Stage } from "../dispatch/perform.ts";
import type { Connection } from "../storage/pools.ts";
import {
  organizationStanding,
  type MemberWithRule,
  type OrganizationStanding,
} from "../storage/queries/change-facts.ts";
import { basisOf } from "./basis.ts";
import { effectsOnEverybody, effectsOnFew, type Found } from "./effects.ts";
import type { LookAfter, LookBefore } from "./looks.ts";
import { rehearse, type Asked, type Rehearsed } from "./rehearse.ts";

const mostEvents = 200;
const mostWorkspaces = 50;

/** A preview, with the accounts of the people in it, who may be signed in somewhere. */
export interface Prepared {
  readonly preview: ChangePreview;
  readonly accounts: ReadonlyMap<string, string>;
}

/** What a command would do now, under the organization's lock. Whoever calls takes the transaction back or goes on. */
export async function prepare(stage: Stage, connection: Connection, asked: Asked): Promise<Prepared> {
  const rehearsed = await rehearse(stage, connection, asked);
  const effects = rehearsed.ok ? await effectsOfDone(stage, rehearsed) : await noEffects(stage, rehearsed.fault);
  const { revision } = stage.authentication.head;
  return { preview: { revision, basis: basisOf(effects.told), ...effects.told }, accounts: effects.accounts };
}

interface Told {
  readonly told: Omit<ChangePreview, "revision" | "basis">;
  readonly accounts: ReadonlyMap<string, string>;
}

const seatsOf = (before: OrganizationStanding, after: OrganizationStanding): ChangePreview["seats"] => ({
  limit: after.seats_limit,
  before: { used: before.active_members, pending: before.pending_invitations },
  after: { used: after.active_members, pending: after.pending_invitations },
});

async function noEffects(
  { db, authentication }: Stage,
  fault: Extract<Rehearsed, { ok: false }>["fault"],
): Promise<Told> {
  const now = await organizationStanding(db, authentication.organization.id);
  const told = {
    verdict: { allowed: false, fault } as const,
    transitions: [],
    people: [],
    peopleTotal: 0,
    workspaces: [],
    seats: seatsOf(now, now),
    administrators: { before: now.owners, after: [], afterTotal: now.owners },
    invitations: { ended: 0, changed: 0 },
    events: [],
  };
  return { told, accounts: new Map() };
}

async function effectsOfDone(stage: Stage, { before, after }: Extract<Rehearsed, { ok: true }>): Promise<Told> {
  const { organization, member } = stage.authentication;
  const found =
    before.places === null
      ? effectsOnFew(before, after)
      : await effectsOnEverybody(stage.db, organization.id, before, after);
  const seesTeam = hasPermission(storedPolicy(organization), member.role, "member.view");
  const shown = found.effects.people.filter(({ memberId }) => seesTeam || memberId === member.id);
  const actions = after.events.map(({ action }) => action);
  const told = {
    verdict: { allowed: true } as const,
    transitions: found.effects.transitions.map(transitionOf),
    people: peopleOf(shown, found, before),
    peopleTotal: found.total,
    workspaces: workspacesOf(before, after),
    seats: seatsOf(before.organization, after.organization),
    administrators: {
      before: before.organization.owners,
      after: seesTeam ? after.administrators.map(administratorOf) : [],
      afterTotal: after.organization.owners,
    },
    invitations: invitationsOf(actions),
    events: actions.slice(0, mostEvents),
  };
  const accounts = new Map(shown.flatMap((effect) => accountOf(effect, found.named)));
  return { told, accounts };
}

const administratorOf = ({ id, name, last_seen_at }: LookAfter["administrators"][number]) => ({
  memberId: id,
  name,
  lastSeenAt: last_seen_at?.toISOString() ?? null,
});

const transitionOf = ({ before, after, gained, lost, people }: TransitionEffect): Transition => ({
  from: before?.role ?? null,
  to: after?.role ?? null,
  statusFrom: before?.status ?? null,
  statusTo: after?.status ?? null,
  people,
  gained: [...gained],
  lost: [...lost],
});

function peopleOf(effects: readonly PersonEffect[], { named }: Found, { workspacesSeen }: LookBefore) {
  const names = new Map(workspacesSeen.map(({ id, name }) => [id, { id, name }]));
  const told = (ids: readonly string[]) => ids.slice(0, mostWorkspaces).flatMap((id) => names.get(id) ?? []);
  const byName = [...named.values()].map(({ id }) => id);
  const place = new Map(byName.map((id, index) => [id, index]));
  return [...effects]
    .sort((a, b) => (place.get(a.memberId) ?? 0) - (place.get(b.memberId) ?? 0))
    .slice(0, 200)
    .map((effect) => ({
      memberId: effect.memberId,
      name: named.get(effect.memberId)?.name ?? "",
      email: named.get(effect.memberId)?.email ?? "",
      before: standingOf(effect.before),
      after: standingOf(effect.after),
      gained: [...effect.gained],
      lost: [...effect.lost],
      workspacesGained: told(effect.workspacesGained),
      workspacesLost: told(effect.workspacesLost),
      workspacesGainedTotal: effect.workspacesGained.length,
      workspacesLostTotal: effect.workspacesLost.length,
      sessions: 0,
    }));
}

const standingOf = (place: PersonEffect["before"]) =>
  place === null ? null : { role: place.role, status: place.status };

/** Whoever loses the organization altogether, with the account that is signed in. */
function accountOf(effect: PersonEffect, named: ReadonlyMap<string, MemberWithRule>): [string, string][] {
  const row = named.get(effect.memberId);
  const loses = effect.before?.status === "active" && effect.after?.status !== "active";
  return row === undefined || !loses ? [] : [[effect.memberId, row.account_id]];
}

function workspacesOf(before: LookBefore, after: LookAfter): ChangePreview["workspaces"] {
  const [was, is] = [before, after].map(({ workspaces }) => new Map(workspaces.map((row) => [row.id, row])));
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return ids.map((id) => ({
    id,
    name: is?.get(id)?.name ?? was?.get(id)?.name ?? "",
    from: was?.get(id)?.status ?? null,
    to: is?.get(id)?.status ?? null,
    peopleBefore: before.people.get(id) ?? 0,
    peopleAfter: after.people.get(id) ?? 0,
  }));
}

const ending: ReadonlySet<AuditAction> = new Set([
  "invitation.revoked",
  "invitation.expired",
  "invitation.accepted",
  "invitation.declined",
]);

function invitationsOf(actions: readonly AuditAction[]): ChangePreview["invitations"] {
  const about = actions.filter((action) => action.startsWith("invitation."));
  const ended = about.filter((action) => ending.has(action)).length;
  return { ended, changed: about.length - ended };
}
