import { topicsOf } from "#contract/audit.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Performing, Stage } from "../dispatch/perform.ts";
import { everyPlace, seenNow, workspaceNames, workspacesToResolve } from "../storage/queries/change-facts.ts";
import { peopleOf } from "../storage/queries/workspace-people.ts";
import { rolesThatSeeAll, viewerOf } from "../workspaces/viewer.ts";

/** Whom and what a change is about: what must be compared. */
export interface Concerned {
  readonly memberIds: readonly string[];
  readonly workspaceIds: readonly string[];
  /** Whether the rules themselves change, and with them perhaps everybody's place. */
  readonly everybody: boolean;
}

/** The state that a command has led to. */
export async function lookAfter(stage: Stage, concerned: Concerned) {
  const { db } = stage;
  const { id } = stage.authentication.organization;
  const [seen, rest] = await Promise.all([seenNow(db, id, concerned.memberIds), besidesMembers(stage, concerned)]);
  const { members, administrators, ...organization } = seen;
  return { organization, policy: storedPolicy(organization), members, administrators, ...rest };
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
  const [places, workspaces, people] = await Promise.all([
    everybody ? everyPlace(db, id) : null,
    workspaceNames(db, id, workspaceIds),
    peopleOf(db, id, workspaceIds, seesAll),
  ]);
  return { places, workspaces, people };
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
  };
}

export type LookAfter = Awaited<ReturnType<typeof lookAfter>>;
export type LookBefore = Awaited<ReturnType<typeof lookBefore>>;
