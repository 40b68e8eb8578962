import type { Answer } from "#contract/answer.ts";
import type { Hindrance, OfflineData } from "#contract/entities/offline.ts";
import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import type { OperationName } from "#contract/operations.ts";
import type { Readable } from "node:stream";
import type { Fields } from "../remote/request.ts";
import type { AskKept } from "../reviews/courier.ts";
import type { Resumption } from "./worker/fills.ts";
import type { FillWindow } from "./window.ts";
import type { KeptWhere, Standing } from "./worker/protocol.ts";

/** What is kept of one person on one server, and shown while there is no connection. */
export interface Snapshot {
  /** Null: this is not kept. */
  answer(name: OperationName, input: Fields): Promise<Answer<unknown> | null>;
  /** The same, but null unless it is what the server answered at the revision that is kept. */
  exactAnswer(name: OperationName, input: Fields): Promise<Answer<unknown> | null>;
  /**
   * The server answered: what no row tells is kept, and what was told of the person. Organizations that a whole list
   * of theirs leaves out go.
   */
  note(name: OperationName, input: Fields, value: unknown): void;
  /** The membership is over: everything of the organization goes. */
  forgetOrganization(organizationId: string): Promise<void>;
}

type Changes = NonNullable<SnapshotChanges["changes"]>;

/** `dropped`: what was to be written to went meanwhile, since its membership ended or the file was begun anew. */
export type Unwritten = Hindrance | "dropped";

/** How the snapshot is filled and kept up. */
export interface SnapshotRows {
  /** Null while it cannot be told, which does not mean that nothing is kept. */
  standings(): Promise<readonly Standing[] | null>;
  /** Where a fill goes on that was cut; null: it begins anew; `full`: there is no room for it. */
  resumption(organizationId: string, window: FillWindow): Promise<Resumption | "full" | null>;
  /**
   * Reads a fill to its end, which shows it. `part`: it went on behind a cut, and is shown by `publish`. Anything else
   * leaves all that is shown as before.
   */
  fill(
    organizationId: string,
    given: { readonly window: FillWindow; readonly after: string | null; readonly body: Readable },
    onProgress: (rows: number, expected: number) => void,
  ): Promise<"whole" | "part" | Unwritten>;
  /** Shows a fill that went on, with all that changed since its beginning; null once that is done. */
  publish(organizationId: string, changes: Changes): Promise<Unwritten | null>;
  /** Null once it is done. */
  change(organizationId: string, changes: Changes): Promise<Unwritten | null>;
  /** What is kept of each organization, and how much that is. */
  stored(): Promise<OfflineData["organizations"]>;
  /** What is kept of the organizations is what the server had, still at this instant. */
  confirm(organizationIds: readonly string[], at: string): Promise<void>;
  /** The person sees something else from now on; what they saw goes before it is filled again. */
  dropRows(organizationId: string): Promise<void>;
  /** Of all other organizations nothing is wanted any more. */
  keepRows(organizationIds: readonly string[]): Promise<void>;
}

/** Whose snapshot it is. */
export interface PersonalSnapshot extends Snapshot, SnapshotRows {
  /** Takes up what is kept of this person; what was kept of another goes. */
  openFor(accountId: string): Promise<KeptWhere>;
  keptWhere(): KeptWhere;
  /** The keys last from now on: what is in memory goes to the disk. */
  settle(accountId: string): Promise<KeptWhere>;
  /** Signed out: the file is deleted and its key forgotten. What was reviewed stays until that is erased as well. */
  erase(): Promise<void>;
  eraseReviews(accountId: string): Promise<void>;
  /** A call about reviews; null when it could not be done. */
  readonly review: AskKept;
  /** The program ends; what is kept stays. */
  close(): Promise<void>;
}
