import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type {
  SnapshotFacts,
  SnapshotInvitation,
  SnapshotMember,
  SnapshotWorkspace,
} from "#contract/entities/snapshot.ts";
import type { FillWindow } from "../window.ts";
import type { KeyOf, Page } from "./pages.ts";

/** The lists that are kept of an organization. */
export interface Lists {
  workspaces: SnapshotWorkspace;
  members: SnapshotMember;
  invitations: SnapshotInvitation;
  events: AuditEvent;
  /** Who is active in which role: enough to find one person in many organizations. */
  roster: RosterRow;
}
/** Member, person, and the role of those who are active. */
export type RosterRow = readonly [memberId: string, accountId: string, role: string | null];

export const rosterRow = ({ id, accountId, role, status }: SnapshotMember): RosterRow => [
  id,
  accountId,
  status === "active" ? role : null,
];
export type ListKind = keyof Lists;
export const listKinds = [
  "workspaces",
  "members",
  "invitations",
  "events",
  "roster",
] as const satisfies readonly ListKind[];

export type BlockKind =
  | ListKind
  | "manifest"
  | "staged"
  | "account"
  | "remembered"
  | "digest"
  | "texts"
  | "opening"
  | "review"
  | "reviewItems"
  | "reviewActs";

/** What stands beside each page of events, under its number. */
export const besideKinds = ["digest", "texts"] as const satisfies readonly BlockKind[];
export type BesideKind = (typeof besideKinds)[number];

/** How each kind is called in the file. */
export const kindNumbers: Readonly<Record<BlockKind, number>> = {
  manifest: 0,
  workspaces: 1,
  members: 2,
  invitations: 3,
  events: 4,
  account: 5,
  roster: 6,
  remembered: 7,
  review: 8,
  reviewItems: 9,
  reviewActs: 10,
  digest: 11,
  opening: 12,
  texts: 13,
  staged: 14,
};

/** Rows stand in the order of these keys. */
export const keyOf: { readonly [Kind in ListKind]: KeyOf<Lists[Kind]> } = {
  workspaces: ({ id }) => id,
  members: ({ id }) => id,
  invitations: ({ id }) => id,
  // As text in the order of numbers.
  events: ({ revision }) => String(revision).padStart(16, "0"),
  roster: ([memberId]) => memberId,
};

export type Pages = { readonly [Kind in ListKind]: readonly Page[] };

/** What is known of an organization at one revision, and which blocks hold its lists. */
export interface Manifest {
  readonly facts: SnapshotFacts;
  readonly pages: Pages;
  /** The number that the next page gets. */
  readonly nextPage: number;
  /** How much of the audit log was asked for. */
  readonly window: FillWindow;
}

/** Where a fill goes on, by the contract's words. */
export const placeBehind = (kind: Exclude<ListKind, "roster">, row: Lists[typeof kind]): string =>
  `${kind}:${"revision" in row && kind === "events" ? row.revision : row.id}`;

/** What came of a fill that is not whole yet: nobody is shown any of it. */
export interface Staged {
  /** As of the fill's beginning, though its last rows may be newer. */
  readonly manifest: Manifest;
  /** Empty once some of it is gone again. */
  readonly after: string;
}
