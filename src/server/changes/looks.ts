import { topicsOf } from "#contract/auditActions.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Performing, Stage } from "../dispatch/perform.ts";
import {
  everyPlace,
  membersSeen,
  seenNow,
  workspaceNames,
  workspacesToResolve,
  type Seen,
} from "../storage/queries/change-facts.ts";
import { openBySender } from "../storage/queries/invitation-senders.ts";
import { leavingOf } from "../storage/queries/leaving.ts";
import { noReach, reachOf } from "../storage/queries/workspace-reach.ts";
import { rolesThatSeeAll, viewerOf } from "../workspaces/viewer.ts";

/** How many people a preview names, as many as a screen lists; the rest it counts. */
export const mostPeople = 100;

/** How many where everybody of a role fares alike: there the counts tell it, and names are examples. */
const mostAlike = 50;

/** Whom and what a change is about: what must be compared. */
export interface Concerned {
  readonly memberIds: readonly string[];
  readonly workspaceIds: readonly string[];
  /** Whether it makes the workspaces, which are not there before. */
  readonly creates: boolean;
  /** Whether the rules themselves change, and with them perhaps everybody's place. */
  readonly everybody: boolean;
  /** Whether the organization itself goes: told is what it comes to, not the hold before. */
  readonly ends: boolean;
}

/** The state that a command has led to. Of an organization that ends nothing is left: who loses it is known before. */
export async function lookAfter(stage: Stage, concerned: Concerned) {
  const { db, authentication } = stage;
  const { ends } = concerned;
  const [seen, rest, sent] = await Promise.all([
    ends ? { ...authentication.standing, ...nobody } : seenNow(db, authentication.organization.id, concerned.memberIds),
    besidesMembers(stage, concerned, concerned.creates),
    sentOpen(stage, concerned),
  ]);
  const { members, administrators, ...organization } = seen;
  return { organization, policy: storedPolicy(organization), members, administrators, ...rest, sent, ends };
}

const nobody: Pick<Seen, "members" | "administrators"> = { members: [], administrators: [] };

/** The state that it started from, with the workspaces that its caller sees there. */
export async function lookBefore(stage: Stage, concerned: Concerned) {
  const { db } = stage;
  const { organization, member, standing } = stage.authentication;
  const me = { memberId: member.id, role: member.role };
  const viewer = viewerOf({ organization, policy: storedPolicy(organization), me });
  const asksForWorkspaces = concerned.memberIds.length > 0 || concerned.everybody || concerned.ends;
  const [members, rest, workspacesSeen, leaving, sent] = await Promise.all([
    membersSeen(db, organization.id, concerned.memberIds),
    besidesMembers(stage, concerned, !concerned.creates),
    asksForWorkspaces ? workspacesToResolve(db, viewer) : [],
    concerned.ends ? leavingOf(db, organization.id, mostAlike) : null,
    sentOpen(stage, concerned),
  ]);
  return { organization: standing, policy: storedPolicy(standing), members, ...rest, workspacesSeen, leaving, sent };
}

/** The open invitations of those whose place or rules a command changes; with an organization, all of its end. */
async function sentOpen({ db, authentication, caller: { now } }: Stage, { memberIds, everybody, ends }: Concerned) {
  if (ends || (memberIds.length === 0 && !everybody)) return [];
  const { id } = authentication.organization;
  return openBySender(db, "team_members", id, { now, memberIds: everybody ? null : memberIds });
}

type Looking = Pick<Stage, "db" | "authentication">;

/**
 * What both looks read in the same way where a command is about more than members. Who reaches a workspace does not
 * depend on what becomes of it, so that is read in one of them.
 */
async function besidesMembers(
  { db, authentication: { organization, standing } }: Looking,
  { workspaceIds, everybody }: Concerned,
  withReach: boolean,
) {
  const { id } = organization;
  const seesAll = rolesThatSeeAll(storedPolicy(organization));
  const told = { most: mostAlike, members: standing.active_members };
  const [places, workspaces, reach] = await Promise.all([
    everybody ? everyPlace(db, id) : null,
    workspaceNames(db, id, workspaceIds),
    withReach ? reachOf(db, id, workspaceIds, seesAll, told) : noReach,
  ]);
  return { places, workspaces, reach };
}

/** Whom and what a command's events name. */
export function concernedBy(events: Performing["events"]): Concerned {
  const idsOf = (type: string) => [
    ...new Set(events.filter(({ target }) => target.type === type).map(({ target }) => target.id)),
  ];
  const ends = events.some(({ action }) => action === "organization.deletionScheduled");
  return {
    memberIds: idsOf("member"),
    workspaceIds: idsOf("workspace"),
    creates: events.some(({ action }) => action === "workspace.created"),
    everybody: !ends && events.some(({ action }) => topicsOf(action).includes("permissions")),
    ends,
  };
}

export type LookAfter = Awaited<ReturnType<typeof lookAfter>>;
export type LookBefore = Awaited<ReturnType<typeof lookBefore>>;
