import type {
  SnapshotChanges,
  SnapshotFacts,
  SnapshotInvitation,
  SnapshotMember,
  SnapshotWorkspace,
} from "#contract/entities/snapshot.ts";
import { policyOf, type Policy } from "#domain/policy/policy.ts";
import { sortKey } from "#domain/searchKey.ts";
import { rosterRow, type ListKind, type Lists, type Manifest, type RosterRow } from "../store/kinds.ts";
import type { Page } from "../store/pages.ts";
import type { FillWindow } from "../window.ts";
import { eventPage, type EventPage, type EventReading } from "./eventPage.ts";
import { createTable, type Columns, type Table } from "./table.ts";

const instantKey = (instant: string | null): number => (instant === null ? 0 : Date.parse(instant));

const memberColumns = {
  keys: {
    id: ({ id }: SnapshotMember) => id,
    name: ({ name }: SnapshotMember) => sortKey(name),
    email: ({ email }: SnapshotMember) => sortKey(email),
    role: ({ role }: SnapshotMember) => role,
    joinedAt: ({ joinedAt }: SnapshotMember) => instantKey(joinedAt),
    lastSeenAt: ({ lastSeenAt }: SnapshotMember) => instantKey(lastSeenAt),
  },
  searched: ({ name, email }: SnapshotMember) => `${name} ${email}`,
} satisfies Columns<SnapshotMember, string>;

const invitationColumns = {
  keys: {
    id: ({ id }: SnapshotInvitation) => id,
    createdAt: ({ createdAt }: SnapshotInvitation) => instantKey(createdAt),
  },
  searched: ({ email }: SnapshotInvitation) => email,
} satisfies Columns<SnapshotInvitation, string>;

const workspaceColumns = {
  keys: {
    id: ({ id }: SnapshotWorkspace) => id,
    name: ({ name }: SnapshotWorkspace) => sortKey(name),
    createdAt: ({ createdAt }: SnapshotWorkspace) => instantKey(createdAt),
  },
  searched: ({ name, slug }: SnapshotWorkspace) => `${name} ${slug}`,
} satisfies Columns<SnapshotWorkspace, string>;

export type MemberTable = Table<SnapshotMember, keyof typeof memberColumns.keys>;
export type InvitationTable = Table<SnapshotInvitation, keyof typeof invitationColumns.keys>;
export type WorkspaceTable = Table<SnapshotWorkspace, keyof typeof workspaceColumns.keys>;

/** An organization's rows at one revision. Each list is decrypted when it is first asked for. */
export interface OrganizationRows {
  readonly facts: SnapshotFacts;
  readonly policy: Policy;
  /** How much of the audit log was asked for. */
  readonly window: FillWindow;
  members(): MemberTable;
  invitations(): InvitationTable;
  workspaces(): WorkspaceTable;
  /** Active people and their roles. */
  roster(): ReadonlyMap<string, string>;
  /** Events page by page, each page in the order of revisions. */
  readonly events: readonly EventPage[];
  /** How many rows are in memory. */
  held(): number;
  /** Gets members and log ready to be searched, and the members to be listed by name, a little at each step. */
  warm(): Generator<void>;
  /** The rows after changes; what is in memory of these is carried over to them. */
  changed(manifest: Manifest, changes: Changes): OrganizationRows;
}

type Changes = Pick<NonNullable<SnapshotChanges["changes"]>, "members" | "invitations" | "workspaces">;
export type ReadPage = <Kind extends ListKind>(kind: Kind, page: Page) => Lists[Kind][];

/** What is in memory. */
interface Held {
  members?: MemberTable | undefined;
  invitations?: InvitationTable | undefined;
  workspaces?: WorkspaceTable | undefined;
  roster?: Map<string, string> | undefined;
  events?: readonly EventPage[] | undefined;
}

export function organizationRows(
  { facts, pages, window }: Manifest,
  read: ReadPage,
  reading: EventReading,
  held: Held = {},
): OrganizationRows {
  const all = <Kind extends ListKind>(kind: Kind): Lists[Kind][] => pages[kind].flatMap((page) => read(kind, page));
  const { preset, adminsDemoteAdmins, customRoles } = facts.organization;
  const open = new Map(held.events?.map((each) => [each.page.tag, each]));
  const events = pages.events.map((page) => open.get(page.tag) ?? eventPage(page, reading));
  return {
    facts,
    window,
    policy: policyOf(preset, { switches: { adminsDemoteAdmins }, customRoles }),
    members: () => (held.members ??= createTable(all("members"), memberColumns)),
    invitations: () => (held.invitations ??= createTable(all("invitations"), invitationColumns)),
    workspaces: () => (held.workspaces ??= createTable(all("workspaces"), workspaceColumns)),
    roster: () => (held.roster ??= rosterOf(all("roster"))),
    events,
    held: () =>
      [held.members, held.invitations, held.workspaces].reduce((sum, table) => sum + (table?.rows.length ?? 0), 0) +
      (held.roster?.size ?? 0) +
      events.reduce((sum, page) => sum + page.held(), 0),
    *warm() {
      const ahead: SnapshotMember[] = [];
      for (const page of pages.members) {
        if (held.members !== undefined) break;
        ahead.push(...read("members", page));
        yield;
      }
      held.members ??= createTable(ahead, memberColumns);
      yield* held.members.prepare(["name", "id"]);
      for (const page of events) {
        page.digest();
        page.texts();
        yield;
      }
    },
    changed: (manifest, { members, invitations, workspaces }) =>
      organizationRows(manifest, read, reading, {
        members: held.members?.changed(members),
        invitations: held.invitations?.changed(invitations),
        workspaces: workspaces === null ? held.workspaces : undefined,
        roster: held.roster && rosterOf(members.map(rosterRow), held.roster),
        events,
      }),
  };
}

/** Who is active in which role, after the rows of a roster that change what was known. */
function rosterOf(rows: readonly RosterRow[], known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const roster = new Map(known);
  for (const [, accountId, role] of rows) {
    if (role === null) roster.delete(accountId);
    else roster.set(accountId, role);
  }
  return roster;
}
