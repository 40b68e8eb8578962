import type { AuditAction } from "#contract/audit.ts";
import type { SnapshotChanges, SnapshotFacts, SnapshotMember } from "#contract/entities/snapshot.ts";
import { day, minute } from "#domain/calendar/lengths.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { eventsAfter } from "../storage/queries/audit-events.ts";
import {
  snapshotInvitations,
  snapshotMembers,
  snapshotMembersSeen,
  type Seen,
} from "../storage/queries/snapshot-rows.ts";
import { mostWorkspaces, seenBy, snapshotWorkspaces } from "./facts.ts";
import type { Mark } from "./mark.ts";

/** More of one kind than this is quicker read as a fill. */
export const mostChanged = 2_000;

/** Who was seen is asked this often; it is written all the time, and would else come again with every event. */
const seenEvery = 10 * minute;
const seenAtLatest = day;

type Rows = Omit<NonNullable<SnapshotChanges["changes"]>, "facts"> & { readonly seen: number };

interface Since {
  readonly since: number;
  readonly mark: Mark;
  readonly sees: SnapshotFacts["sees"];
  readonly actions: readonly AuditAction[];
}

/** The rows that changed, and up to when it is known who was seen; null where there are too many. */
export async function changedRows(
  context: OrganizationContext,
  { since, mark, sees, actions }: Since,
): Promise<Rows | null> {
  const { db, organization, caller } = context;
  const { id, revision } = organization;
  const workspaces = await snapshotWorkspaces(context, mostWorkspaces);
  const visible = seenBy(context, workspaces);
  const changed = { changedSince: mark.horizon, limit: mostChanged + 1 };
  const [members, invitations, events, present] = await Promise.all([
    sees.members ? snapshotMembers(db, id, visible, changed) : [],
    sees.invitations ? snapshotInvitations(db, id, visible, caller.now, changed) : [],
    sees.audit ? eventsAfter(db, id, {}, { above: since, upTo: revision, limit: mostChanged + 1 }) : [],
    sees.members ? membersSeen(context, visible, mark.seen) : { rows: [], seen: mark.seen },
  ]);
  if (present === null || [members, invitations, events].some(({ length }) => length > mostChanged)) return null;
  const touched = actions.some((action) => /^(?:member|workspace|ownership|role)\./.test(action));
  return {
    // Each counts its people, so members change them as well.
    workspaces: touched ? workspaces : null,
    members: [...new Map([...present.rows, ...members].map((member) => [member.id, member])).values()],
    invitations,
    events,
    seen: present.seen,
  };
}

/** Those who were here since it was last asked; null where they are too many and it was asked too long ago. */
async function membersSeen(
  { db, organization, caller }: OrganizationContext,
  visible: Seen,
  last: number,
): Promise<{ rows: SnapshotMember[]; seen: number } | null> {
  const now = caller.now.getTime();
  if (now - last < seenEvery) return { rows: [], seen: last };
  // Presence is written a little after it was noted.
  const since = new Date(last - minute);
  const rows = await snapshotMembersSeen(db, organization.id, visible, since, mostChanged + 1);
  if (rows.length <= mostChanged) return { rows, seen: now };
  return now - last > seenAtLatest ? null : { rows: [], seen: last };
}
