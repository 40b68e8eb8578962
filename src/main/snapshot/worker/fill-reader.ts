import { SnapshotFrame, type SnapshotFacts } from "#contract/entities/snapshot.ts";
import { StringDecoder } from "node:string_decoder";
import { placeBehind, rosterRow, type Staged } from "../store/kinds.ts";
import type { Filling } from "../store/store.ts";
import type { FillWindow } from "../window.ts";

/** What comes does not stand behind what came before a cut, so nothing ever will. */
export class MisfitError extends Error {}

/** Reads the lines of a fill as they arrive. Nobody is shown anything of one that is cut. */
export interface FillReader {
  /**
   * @throws MisfitError, NoRoomError
   * @throws when a line is none of a fill's
   */
  take(chunk: Uint8Array): void;
  /** Rows that came, also before a cut, and how many are expected. */
  progress(): { readonly rows: number; readonly expected: number };
  /** Bytes that all of it may take, by what came. */
  needed(): number;
  /**
   * Writes all of it. `part`: it went on behind what came before a cut, and is shown once the changes since then are
   * known. Null when the end is missing or its counts differ.
   * @throws NoRoomError
   */
  finish(): "whole" | "part" | null;
}

/** Pages that a cut may cost at most: ten thousand members, or half as many events again. */
const mostWaiting = 40;
/** In characters. Lines are a hundredth of it; whoever sends more is no server of ours. */
const longestLine = 16 * 1024 * 1024;

type RowsFrame = Extract<SnapshotFrame, { rows: unknown }>;

export function readFill(organizationId: string, filling: Filling, window: FillWindow, behind?: Staged): FillReader {
  const decoder = new StringDecoder("utf8");
  const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
  const before = behind === undefined ? 0 : rowsIn(behind);
  let after = behind?.after ?? "";
  let rest = "";
  let facts: SnapshotFacts | null = null;
  let expected = 0;
  let whole = false;
  const takeRows = (frame: RowsFrame) => {
    requireOrder(after, frame);
    counts[frame.type] += frame.rows.length;
    if (frame.type === "workspaces") filling.add("workspaces", frame.rows);
    else if (frame.type === "invitations") filling.add("invitations", frame.rows);
    else if (frame.type === "events") filling.add("events", frame.rows);
    else {
      filling.add("members", frame.rows);
      filling.add("roster", frame.rows.map(rosterRow));
    }
    const last = frame.rows.at(-1);
    if (last !== undefined) after = placeBehind(frame.type, last);
  };
  /** What is staged is as of the beginning of what was cut, until the changes since then are known. */
  const stage = (begun: SnapshotFacts) => filling.stage(behind?.manifest.facts ?? begun, window, after);
  const takeFrame = (frame: SnapshotFrame) => {
    if (whole || (facts === null) !== (frame.type === "facts")) throw new Error("A fill's lines are out of order");
    if (frame.type === "facts") {
      if (frame.facts.organization.id !== organizationId) throw new Error("A fill is of another organization");
      facts = frame.facts;
      expected = Object.values(frame.expected).reduce((sum, rows) => sum + rows, 0);
    } else if (frame.type === "end") {
      whole = frame.revision === facts?.revision && sameCounts(frame.counts, counts);
    } else {
      takeRows(frame);
      if (facts !== null && filling.waiting() >= mostWaiting) stage(facts);
    }
  };
  const came = () => Object.values(counts).reduce((sum, rows) => sum + rows, 0);
  return {
    take: (chunk) => {
      const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      const end = text.lastIndexOf("\n");
      const lines = end === -1 ? [] : (rest + text.slice(0, end)).split("\n");
      rest = end === -1 ? rest + text : text.slice(end + 1);
      if (rest.length > longestLine) throw new Error("A fill's line does not end");
      for (const line of lines) takeFrame(SnapshotFrame.parse(JSON.parse(line)));
    },
    progress: () => ({ rows: before + came(), expected }),
    needed: () => (came() === 0 ? 0 : (filling.bytes() / came()) * expected),
    finish: () => {
      if (!whole || facts === null) return null;
      if (behind === undefined) filling.commit(facts, window);
      else stage(facts);
      return behind === undefined ? "whole" : "part";
    },
  };
}

const kinds = ["workspaces", "members", "invitations", "events"] as const;

/**
 * Rows come in the order of their keys, list after list, and of events none is left out: so a fill that goes on at the
 * last row leaves nothing out either.
 */
function requireOrder(after: string, { type, rows }: RowsFrame): void {
  const [kind = "", key = ""] = after.split(":");
  const rank = (name: string) => kinds.findIndex((each) => each === name);
  if (rank(type) < rank(kind)) throw new MisfitError("A fill's lists are out of order");
  let last = type === kind ? key : "";
  for (const row of rows) {
    const next = type === "events" && "revision" in row ? String(row.revision) : row.id;
    const follows = type === "events" ? last === "" || Number(next) === Number(last) + 1 : last < next;
    if (!follows) throw new MisfitError("A fill's rows are out of order");
    last = next;
  }
}

const rowsIn = ({ manifest: { pages } }: Staged): number =>
  kinds.reduce((sum, kind) => sum + pages[kind].reduce((all, { rows }) => all + rows, 0), 0);

const sameCounts = (told: Record<string, number>, counted: Record<string, number>): boolean =>
  Object.entries(counted).every(([kind, rows]) => told[kind] === rows);
