import type { Answer } from "#contract/answer.ts";
import type { OfflineData } from "#contract/entities/offline.ts";
import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import type { OperationName } from "#contract/operations.ts";
import type { Fields } from "../../remote/request.ts";
import type { ReviewCalls } from "../../reviews/calls.ts";
import type { FillWindow } from "../window.ts";
import type { Resumption } from "./fills.ts";

/** Where an organization's snapshot stands. */
export interface Standing {
  readonly organizationId: string;
  readonly revision: number;
  readonly mark: string;
  /** How much of the audit log it was asked for. */
  readonly window: FillWindow;
  /** When it was last known to be so. */
  readonly at: string;
}

/** `elsewhere`: another process of this person has the file, so this one works in memory. */
export type KeptWhere = "disk" | "memory" | "elsewhere";

/** Without a path in memory. */
export interface FileGiven {
  readonly path: string | null;
  readonly key: Uint8Array;
}

/** What the main process asks of the snapshot's thread, and what comes back. */
export interface Calls extends ReviewCalls {
  open: { in: { snapshot: FileGiven; reviews: FileGiven }; out: KeptWhere };
  /** `exact`: only what the server would answer at that revision. */
  answer: { in: { name: OperationName; input: Fields; exact: boolean }; out: Answer<unknown> | null };
  note: { in: { name: OperationName; input: Fields; value: unknown }; out: null };
  standings: { in: null; out: readonly Standing[] };
  /** What is kept of each organization, and how much that is. */
  stored: { in: null; out: OfflineData["organizations"] };
  /** The organizations were as they are kept, still at this instant. */
  confirm: { in: { organizationIds: readonly string[]; at: string }; out: null };
  /** Where a fill of this window goes on that was cut; null: it begins anew; `full`: there is no room for it. */
  resumption: { in: { organizationId: string; window: FillWindow }; out: Resumption | "full" | null };
  beginFill: { in: { organizationId: string; window: FillWindow; after: string | null }; out: string | null };
  /** `dropped`: the fill was given up meanwhile. */
  takeChunk: {
    in: { fill: string; chunk: Uint8Array };
    out: { rows: number; expected: number } | "unreadable" | "full" | "dropped";
  };
  /** `part`: it went on behind a cut, so the changes since its beginning are needed; null: nothing came of it. */
  finishFill: { in: { fill: string }; out: "whole" | "part" | "full" | null };
  dropFill: { in: { fill: string }; out: null };
  /** False when the organization must be filled again. */
  change: { in: { organizationId: string; changes: NonNullable<SnapshotChanges["changes"]> }; out: boolean };
  /** Shows a fill that went on, with all that changed since its beginning; false when there is none. */
  publish: { in: { organizationId: string; changes: NonNullable<SnapshotChanges["changes"]> }; out: boolean };
  /** Everything of it that is kept goes at once; it stays among the person's organizations. */
  dropRows: { in: { organizationId: string }; out: null };
  /** The same for every organization but these, also for what came of a fill, cut or under way. */
  keepRows: { in: { organizationIds: readonly string[] }; out: null };
  forget: { in: { organizationId: string }; out: null };
  /** Writes what is in memory into files, which are opened afterwards with the same keys. */
  saveTo: { in: { snapshot: string; reviews: string }; out: null };
  close: { in: null; out: null };
  /** The reviews stay on the disk. */
  erase: { in: null; out: null };
}
export type CallName = keyof Calls;

export type Request = {
  [Name in CallName]: { readonly id: number; readonly name: Name; readonly input: Calls[Name]["in"] };
}[CallName];

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly full: boolean };
