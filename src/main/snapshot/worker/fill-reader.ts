import { SnapshotFrame, type SnapshotFacts } from "#contract/entities/snapshot.ts";
import { StringDecoder } from "node:string_decoder";
import { rosterRow } from "../store/kinds.ts";
import type { Filling } from "../store/store.ts";

/** Reads the lines of a fill as they arrive. Nothing is kept of one that is cut. */
export interface FillReader {
  /** @throws when a line is none of a fill's */
  take(chunk: Uint8Array): void;
  /** Rows that came, and how many are expected. */
  progress(): { readonly rows: number; readonly expected: number };
  /** Writes all of it; false when the end is missing or its counts differ. */
  finish(): boolean;
}

export function readFill(organizationId: string, filling: Filling, mostEvents: number): FillReader {
  const decoder = new StringDecoder("utf8");
  const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
  let rest = "";
  let facts: SnapshotFacts | null = null;
  let expected = 0;
  let whole = false;
  const takeFrame = (frame: SnapshotFrame) => {
    if (whole || (facts === null) !== (frame.type === "facts")) throw new Error("A fill's lines are out of order");
    if (frame.type === "facts") {
      if (frame.facts.organization.id !== organizationId) throw new Error("A fill is of another organization");
      facts = frame.facts;
      expected = Object.values(frame.expected).reduce((sum, rows) => sum + rows, 0);
    } else if (frame.type === "end") {
      whole = frame.revision === facts?.revision && sameCounts(frame.counts, counts);
    } else {
      counts[frame.type] += frame.rows.length;
      if (frame.type === "workspaces") filling.add("workspaces", frame.rows);
      else if (frame.type === "invitations") filling.add("invitations", frame.rows);
      else if (frame.type === "events") filling.add("events", frame.rows);
      else {
        filling.add("members", frame.rows);
        filling.add("roster", frame.rows.map(rosterRow));
      }
    }
  };
  return {
    take: (chunk) => {
      const lines = (rest + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) takeFrame(SnapshotFrame.parse(JSON.parse(line)));
    },
    progress: () => ({ rows: Object.values(counts).reduce((sum, rows) => sum + rows, 0), expected }),
    finish: () => {
      if (!whole || facts === null) return false;
      filling.commit(facts, mostEvents);
      return true;
    },
  };
}

const sameCounts = (told: Record<string, number>, counted: Record<string, number>): boolean =>
  Object.entries(counted).every(([kind, rows]) => told[kind] === rows);
