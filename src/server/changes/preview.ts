import type { AuditAction } from "#contract/audit.ts";
import type { ChangePreview } from "#contract/entities/change.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Stage } from "../dispatch/perform.ts";
import type { OrganizationStanding } from "../storage/queries/change-facts.ts";
import { basisOf } from "./basis.ts";
import { effectsOnEverybody, effectsOnFew } from "./effects.ts";
import type { LookAfter, LookBefore } from "./looks.ts";
import { rehearse, type Asked, type Rehearsed } from "./rehearse.ts";
import { accountOf, administratorOf, peopleOf, transitionOf } from "./telling.ts";

const mostEvents = 200;

/** A preview, with the accounts of the people in it, who may be signed in somewhere. */
export interface Prepared {
  readonly preview: ChangePreview;
  readonly accounts: ReadonlyMap<string, string>;
}

/** What a command would do now, under the organization's lock. Whoever calls takes the transaction back or goes on. */
export async function prepare(stage: Stage, asked: Asked): Promise<Prepared> {
  const rehearsed = await rehearse(stage, asked);
  const effects = rehearsed.ok ? await effectsOfDone(stage, rehearsed) : noEffects(stage, rehearsed.fault);
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

function noEffects({ authentication }: Stage, fault: Extract<Rehearsed, { ok: false }>["fault"]): Told {
  const now = authentication.standing;
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

async function effectsOfDone(stage: Stage, { before, after, events }: Extract<Rehearsed, { ok: true }>): Promise<Told> {
  const { organization, member } = stage.authentication;
  const found =
    before.places === null
      ? effectsOnFew(before, after)
      : await effectsOnEverybody(stage.db, organization.id, before, after);
  const seesTeam = hasPermission(storedPolicy(organization), member.role, "member.view");
  const shown = found.effects.people.filter(({ memberId }) => seesTeam || memberId === member.id);
  const actions = events.map(({ action }) => action);
  const told = {
    verdict: { allowed: true } as const,
    transitions: found.effects.transitions.map(transitionOf),
    people: peopleOf(shown, found, before.workspacesSeen),
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
