import { day } from "#domain/calendar/lengths.ts";
import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import type { Input } from "#contract/operations.ts";
import { authenticatedTogether } from "../dispatch/authenticated.ts";
import type { OrganizationContext, OrganizationStreamContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { standingContext } from "../dispatch/organization-context.ts";
import { revisionsBetween } from "../storage/audit-range.ts";
import { eventsAfter } from "../storage/queries/audit-events.ts";
import { expectedRows, horizonOf, snapshotInvitations, snapshotMembers } from "../storage/queries/snapshot-rows.ts";
import { factsOf, mostWorkspaces, seenBy, snapshotWorkspaces } from "./facts.ts";
import { openMomentContext } from "./moment-context.ts";
import { sightOf } from "./sight.ts";

/** Rows of one line: small enough to stay in memory many times over, large enough that reading them is quick. */
const batch = 500;
/** The lines of a fill, all as of one moment; its connection is given back when the reader is done or gone. */
export async function* fillFrames(
  stream: OrganizationStreamContext,
  input: Input<"snapshot.fill">,
): AsyncGenerator<SnapshotFrame> {
  const { context, close } = await openMomentContext(stream);
  let ended: unknown;
  try {
    yield* framesOf(context, input);
  } catch (error) {
    ended = error;
    throw error;
  } finally {
    await close(ended);
  }
}

async function* framesOf(context: OrganizationContext, input: Input<"snapshot.fill">): AsyncGenerator<SnapshotFrame> {
  const { db, organization, caller } = context;
  const sight = await sightOf(context);
  const { sees } = sight;
  const { horizon, database } = await horizonOf(db);
  const facts = await factsOf(context, sight, { sight: sight.digest, database, horizon, seen: caller.now.getTime() });
  const workspaces = await snapshotWorkspaces(context, mostWorkspaces);
  const above = sees.audit ? await windowStart(context, input) : organization.revision;
  const rows = await expectedRows(db, organization.id);
  const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
  const expected = {
    workspaces: workspaces.length,
    members: sees.members ? rows.members : 0,
    invitations: sees.invitations ? rows.invitations : 0,
    events: organization.revision - above,
  };
  yield { type: "facts", facts, expected };
  const { has, behind } = placeOf(input.after);
  const left = has("workspaces") ? workspaces.filter((workspace) => workspace.id > (behind("workspaces") ?? "")) : [];
  counts.workspaces = left.length;
  for (let from = 0; from < left.length; from += batch) {
    yield { type: "workspaces", rows: left.slice(from, from + batch) };
  }
  const seen = seenBy(context, workspaces);
  const { id } = organization;
  if (sees.members && has("members")) {
    const read = (afterId: string | null) => snapshotMembers(db, id, seen, { afterId, limit: batch });
    for await (const page of pages(context, read, behind("members"))) {
      counts.members += page.length;
      yield { type: "members", rows: page };
    }
  }
  if (sees.invitations && has("invitations")) {
    const read = (afterId: string | null) => snapshotInvitations(db, id, seen, caller.now, { afterId, limit: batch });
    for await (const page of pages(context, read, behind("invitations"))) {
      counts.invitations += page.length;
      yield { type: "invitations", rows: page };
    }
  }
  const firstAbove = Math.max(above, Number(behind("events") ?? 0));
  for (let revision = firstAbove; revision < organization.revision; revision += batch) {
    await requireSamePlace(context);
    const limits = { above: revision, upTo: organization.revision, limit: batch };
    const events = await eventsAfter(db, id, {}, limits);
    counts.events += events.length;
    yield { type: "events", rows: events };
  }
  yield { type: "end", revision: organization.revision, counts };
}

const lists = ["workspaces", "members", "invitations", "events"] as const;
type List = (typeof lists)[number];

/** Which lists a fill still has, and behind which row of them it goes on. */
function placeOf(after: string | undefined) {
  const [list = lists[0], key = null] = after?.split(":") ?? [];
  const rank = (name: string) => lists.findIndex((each) => each === name);
  return {
    has: (name: List) => rank(name) >= rank(list),
    behind: (name: List) => (name === list ? key : null),
  };
}

async function* pages<Row extends { readonly id: string }>(
  context: OrganizationContext,
  read: (afterId: string | null) => Promise<Row[]>,
  behind: string | null,
): AsyncGenerator<Row[]> {
  for (let afterId = behind; ;) {
    const page: Row[] = await read(afterId);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < batch) return;
    afterId = last.id;
    await requireSamePlace(context);
  }
}

/** The moment shows the past: whether the caller still has the same place is asked of the present, page by page. */
async function requireSamePlace({ services, caller, organization, me }: OrganizationContext): Promise<void> {
  const authentication = await authenticatedTogether(services.pools, caller, organization.id);
  const now = standingContext({ services, caller, authentication });
  if (now.me.status !== "active" || now.me.role !== me.role) refuse({ kind: "notFound", what: "organization" });
}

/** The revision above which events are in the window. */
async function windowStart(
  { db, organization, caller }: OrganizationContext,
  { days, events }: Input<"snapshot.fill">,
): Promise<number> {
  const from = new Date(caller.now.getTime() - days * day);
  const { first } = await revisionsBetween(db, organization.id, from, null);
  return Math.min(organization.revision, Math.max(first - 1, organization.revision - events));
}
