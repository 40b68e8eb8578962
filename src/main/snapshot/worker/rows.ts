import type {
  SnapshotFacts,
  SnapshotInvitation,
  SnapshotMember,
  SnapshotWorkspace,
} from "#contract/entities/snapshot.ts";
import { policyOf, type Policy } from "#domain/policy/policy.ts";
import { sortKey } from "#domain/searchKey.ts";
import type { ListKind, Lists, Manifest } from "../store/kinds.ts";
import { once } from "../store/once.ts";
import type { Page } from "../store/pages.ts";
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
  members(): MemberTable;
  invitations(): InvitationTable;
  workspaces(): WorkspaceTable;
  /** Active people and their roles. */
  roster(): ReadonlyMap<string, string>;
  /** Events page by page, each page in the order of revisions. */
  readonly events: readonly EventPage[];
  /** How many rows are in memory. */
  held(): number;
}

export type ReadPage = <Kind extends ListKind>(kind: Kind, page: Page) => Lists[Kind][];

export function organizationRows({ facts, pages }: Manifest, read: ReadPage, events: EventReading): OrganizationRows {
  let rows = 0;
  const all = <Kind extends ListKind>(kind: Kind): Lists[Kind][] => {
    const list = pages[kind].flatMap((page) => read(kind, page));
    rows += list.length;
    return list;
  };
  const { preset, adminsDemoteAdmins, customRoles } = facts.organization;
  return {
    facts,
    policy: policyOf(preset, { switches: { adminsDemoteAdmins }, customRoles }),
    members: once(() => createTable(all("members"), memberColumns)),
    invitations: once(() => createTable(all("invitations"), invitationColumns)),
    workspaces: once(() => createTable(all("workspaces"), workspaceColumns)),
    roster: once(() => new Map(all("roster").flatMap(([, account, role]) => (role === null ? [] : [[account, role]])))),
    events: pages.events.map((page) => eventPage(page, events, () => (rows += page.rows))),
    held: () => rows,
  };
}
