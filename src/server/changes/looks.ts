import { ownerClassKeys } from "#domain/policy/presets.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Stage } from "../dispatch/perform.ts";
import {
  everyPlace,
  membersWithRules,
  organizationStanding,
  ownersSeenLast,
  workspaceNames,
  workspacesToResolve,
} from "../storage/queries/change-facts.ts";
import { peopleOf } from "../storage/queries/workspace-people.ts";
import { rolesThatSeeAll, viewerOf } from "../workspaces/viewer.ts";

/** Whom and what a change is about: what must be compared. */
export interface Concerned {
  readonly memberIds: readonly string[];
  readonly workspaceIds: readonly string[];
  /** Whether the rules themselves change, and with them perhaps everybody's place. */
  readonly everybody: boolean;
}

/** More than any command touches one by one. */
const mostMembers = 2000;
const mostAdministrators = 10;

/** What both looks read in the same way. Sent together: the connection is pipelined. */
async function look({ db, authentication }: Stage, { memberIds, workspaceIds, everybody }: Concerned) {
  const { id } = authentication.organization;
  const seesAll = rolesThatSeeAll(storedPolicy(authentication.organization));
  const [organization, members, places, workspaces, people] = await Promise.all([
    organizationStanding(db, id),
    membersWithRules(db, id, memberIds, mostMembers),
    everybody ? everyPlace(db, id) : null,
    workspaceNames(db, id, workspaceIds),
    peopleOf(db, id, workspaceIds, seesAll),
  ]);
  return { organization, policy: storedPolicy(organization), members, places, workspaces, people };
}

/** The state that a command has led to. */
export async function lookAfter(stage: Stage, concerned: Concerned) {
  const [seen, administrators] = await Promise.all([
    look(stage, concerned),
    ownersSeenLast(stage.db, stage.authentication.organization.id, ownerClassKeys, mostAdministrators),
  ]);
  return { ...seen, administrators };
}

/** The state that it started from, with the workspaces that its caller sees there. */
export async function lookBefore(stage: Stage, concerned: Concerned) {
  const { db } = stage;
  const { organization, member } = stage.authentication;
  const me = { memberId: member.id, role: member.role, status: member.status };
  const viewer = viewerOf({ db, organization, policy: storedPolicy(organization), me });
  const asksForWorkspaces = concerned.memberIds.length > 0 || concerned.everybody;
  const [seen, workspacesSeen] = await Promise.all([
    look(stage, concerned),
    asksForWorkspaces ? workspacesToResolve(db, viewer) : [],
  ]);
  return { ...seen, workspacesSeen };
}

export type LookAfter = Awaited<ReturnType<typeof lookAfter>>;
export type LookBefore = Awaited<ReturnType<typeof lookBefore>>;
