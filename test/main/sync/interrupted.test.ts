import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { factsAt, idOf, memberAt } from "../snapshot/support/rows.ts";
import { testFolder } from "../support/desktop.ts";
import { memorySecrets } from "../support/secrets.ts";
import { stubServer } from "../support/stub-server.ts";
import { begunSync } from "./support/begun.ts";

const [small, large, last] = [idOf(1), idOf(2), idOf(3)];
const ids = [small, large, last];
const organizationOf = (id: string, revision: number) => ({ ...factsAt(revision).organization, id });
const counts = { workspaces: 0, members: 1, invitations: 0, events: 0 };

/** The lines of a fill of one member. */
function linesOf(organizationId: string, revision: number): string[] {
  const at = new Date().toISOString();
  const facts = { ...factsAt(revision), organization: organizationOf(organizationId, revision), at };
  const frames: SnapshotFrame[] = [
    { type: "facts", facts, expected: counts },
    { type: "members", rows: [{ ...memberAt(1, revision), organizationId }] },
    { type: "end", revision, counts },
  ];
  return frames.map((frame) => `${JSON.stringify(frame)}\n`);
}

test("a first fill that was interrupted keeps what was whole, and begins anew only what was under way", async () => {
  let round = 1;
  const asked: string[] = [];
  const server = await stubServer({
    "organization.list": async () => {
      const items = ids.map((id) => organizationOf(id, id === large ? 6 + round : 7));
      return { items, next: null, total: 3, matching: 3 };
    },
    "snapshot.fill": async ({ params }, reply) => {
      const { organizationId } = params as { organizationId: string };
      asked.push(`${round} ${organizationId}`);
      const lines = linesOf(organizationId, organizationId === large ? 6 + round : 7);
      if (round > 1 || organizationId !== large) return await reply.send(lines.join(""));
      // Two of its lines come, and then nothing more.
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "application/x-ndjson" });
      reply.raw.write(lines.slice(0, 2).join(""));
      return reply;
    },
  });
  const machine = { secrets: { ...memorySecrets(), lasting: true }, folder: testFolder() };
  const begin = () => {
    const { snapshot, end } = begunSync(server.url, machine);
    const kept = async () => (await snapshot.standings())?.map((one) => [one.organizationId, one.revision]).toSorted();
    return { end, kept };
  };
  const first = begin();
  await eventually(() => expect(asked).toHaveLength(3));
  await eventually(async () =>
    expect(await first.kept()).toEqual([
      [small, 7],
      [last, 7],
    ]),
  );
  await first.end();
  round = 2;
  const second = begin();
  await eventually(async () => expect(await second.kept()).toEqual(ids.map((id) => [id, id === large ? 8 : 7])));
  expect(asked.slice(3)).toEqual([`2 ${large}`]);
});
