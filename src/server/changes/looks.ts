import { topicsOf } from "#contract/auditActions.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Performing, Stage } from "../dispatch/perform.ts";
import { everyPlace, seenNow, workspaceNames, workspacesToResolve } from "../storage/queries/change-facts.ts";
import { reachOf } from "../storage/queries/workspace-reach.ts";
import { rolesThatSeeAll, viewerOf } from "../workspaces/viewer.ts";

/** How many people a preview names; the rest it counts. */
export const mostPeople = 200;

/** Whom and what a change is about: what must be compared. */
export interface Concerned {
  readonly memberIds: readonly string[];
  readonly workspaceIds: readonly string[];
  /** Whether the rules themselves change, and with them perhaps everybody's place. */
  readonly everybody: boolean;
  /** Whether the organization itself goes: told is what it comes to, not the hold before. */
  readonly ends: boolean;
}

/** The state that a command has led to. */
export async function lookAfter(stage: Stage, concerned: Concerned) {
  const { db } = stage;
  const { id } = stage.authentication.organization;
  const [seen, rest] = await Promise.all([seenNow(db, id, concerned.memberIds), besidesMembers(stage, concerned)]);
  const { members, administrators, ...organization } = seen;
  const { ends } = concerned;
  const last = ends ? { places: [], ends } : { ends };
  return { organization, policy: storedPolicy(organization), members, administrators, ...rest, ...last };
}

/** The state that it started from, with the workspaces that its caller sees there. */
export async function lookBefore(stage: Stage, concerned: Concerned) {
  const { db } = stage;
  const { organization, member, standing } = stage.authentication;
  const me = { memberId: member.id, role: member.role };
  const viewer = viewerOf({ organization, policy: storedPolicy(organization), me });
  const asksForWorkspaces = concerned.memberIds.length > 0 || concerned.everybody;
  const [{ members }, rest, workspacesSeen] = await Promise.all([
    seenNow(db, organization.id, concerned.memberIds),
    besidesMembers(stage, concerned),
    asksForWorkspaces ? workspacesToResolve(db, viewer) : [],
  ]);
  return { organization: standing, policy: storedPolicy(standing), members, ...rest, workspacesSeen };
}

type Looking = Pick<Stage, "db" | "authentication">;

/** What both looks read in the same way where a command is about more than members. */
async function besidesMembers({ db, authentication }: Looking, { workspaceIds, everybody }: Concerned) {
  const { id } = authentication.organization;
  const seesAll = rolesThatSeeAll(storedPolicy(authentication.organization));
  const [places, workspaces, reach] = await Promise.all([
    everybody ? everyPlace(db, id) : null,
    workspaceNames(db, id, workspaceIds),
    reachOf(db, id, workspaceIds, seesAll, mostPeople),
  ]);
  return { places, workspaces, reach };
}

/** Whom and what a command's events name. */
export function concernedBy(events: Performing["events"]): Concerned {
  const idsOf = (type: string) => [
    ...new Set(events.filter(({ target }) => target.type === type).map(({ target }) => target.id)),
  ];
  return {
    memberIds: idsOf("member"),
    workspaceIds: idsOf("workspace"),
    everybody: events.some(({ action }) => topicsOf(action).includes("permissions")),
    ends: events.some(({ action }) => action === "organization.deletionScheduled"),
  };
}

export type LookAfter = Awaited<ReturnType<typeof lookAfter>>;
export type LookBefore = Awaited<ReturnType<typeof lookBefore>>;
