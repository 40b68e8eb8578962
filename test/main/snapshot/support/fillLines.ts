import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { factsAt, memberAt } from "./rows.ts";

export const rowsOfLine = 500;

const linesOf = (frames: readonly SnapshotFrame[]) =>
  Buffer.from(frames.map((frame) => `${JSON.stringify(frame)}\n`).join(""));

/** Lines of a fill of revision 3: facts, so many lines of members, end. */
export function* fillOf(id: string, lines: number): Generator<Buffer> {
  const facts = { ...factsAt(3), organization: { ...factsAt(3).organization, id } };
  const counts = { workspaces: 0, members: lines * rowsOfLine, invitations: 0, events: 0 };
  yield linesOf([{ type: "facts", facts, expected: counts }]);
  for (let line = 0; line < lines; line++) {
    const rows = Array.from({ length: rowsOfLine }, (_, row) => memberAt(line * rowsOfLine + row, 3));
    yield linesOf([{ type: "members", rows }]);
  }
  yield linesOf([{ type: "end", revision: 3, counts }]);
}
