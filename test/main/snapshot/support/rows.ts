import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { SnapshotChanges, SnapshotFacts, SnapshotMember } from "#contract/entities/snapshot.ts";
import type { Store } from "#main/snapshot/store/store.ts";
import { anAuditEvent, aMember, anOrganization } from "#test/support/fixtures.ts";

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");

/** An id that sorts by its number. */
export const idOf = (number: number): string => `0190a000-0000-7000-8000-${hex(number, 12)}`;

export const organizationId = idOf(100);

export const usualWindow = { days: 90, mostEvents: 50_000 };

/** Every row of a revision tells it, so that a mixture of two revisions shows. */
export const memberAt = (number: number, revision: number): SnapshotMember => ({
  ...aMember({
    id: idOf(number),
    organizationId,
    accountId: idOf(1_000_000 + number),
    name: `Kilroy Wanderer ${number}`,
    email: `kilroy.${number}@secret-client.example`,
    role: `role-${revision}`,
  }),
  access: { scope: "none", workspaceIds: [], future: false, since: 0 },
  details: null,
});

export const eventAt = (revision: number): AuditEvent => anAuditEvent({ organizationId, revision });

export const factsAt = (revision: number): SnapshotFacts => ({
  organization: anOrganization({ id: organizationId, revision, name: "Quillfeather Agency" }),
  matrix: {
    preset: "agency",
    presetVersion: 1,
    presetName: "Agency",
    roles: [],
    sections: [],
    myRole: "owner",
  },
  transfer: null,
  reviewSchedule: null,
  formerRoles: [],
  senders: [],
  sees: { members: true, invitations: true, audit: true },
  until: null,
  revision,
  mark: `mark-${revision}`,
  at: "2026-11-01T09:00:00.000Z",
});

/** Writes the organization whole, with this many members of one revision. */
export function fillStore(store: Store, revision: number, members: number): void {
  const filling = store.beginFill(organizationId);
  for (let from = 0; from < members; from += 500) {
    const count = Math.min(500, members - from);
    const rows = Array.from({ length: count }, (_, index) => memberAt(from + index, revision));
    filling.add("members", rows);
  }
  filling.add("events", [eventAt(revision)]);
  filling.commit(factsAt(revision), usualWindow);
}

/** Changes of some members that lead to a revision. */
export const changesAt = (revision: number, members: readonly number[]): NonNullable<SnapshotChanges["changes"]> => ({
  facts: factsAt(revision),
  workspaces: null,
  members: members.map((number) => memberAt(number, revision)),
  invitations: [],
  events: [eventAt(revision)],
});

/** Every member that is kept. */
export function membersIn(store: Store): SnapshotMember[] {
  const pages = store.manifest(organizationId)?.pages.members ?? [];
  return pages.flatMap((page) => store.read(organizationId, "members", page));
}
