import { failed } from "#contract/answer.ts";
import type { Remote } from "#main/remote/remote.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { grow, intruder, organizationOf, tamperedServer, testWitness } from "./witnessed.ts";

const events = 4_000;
/** A round through the past within a moment. */
const quick = { roundMs: 40, pauseMs: 1 };

interface Asked {
  readonly organizationId: string;
  readonly from: number;
}

/** A line that notes which stretches are asked for, and refuses those of some organizations. */
function noting() {
  const asked: Asked[] = [];
  const refused = new Set<string>();
  const through = (remote: Remote): Remote => ({
    ...remote,
    call: async (name, input, ...rest) => {
      if (name === "auditEvent.range" && "fromRevision" in input && "organizationId" in input) {
        const organizationId = String(input.organizationId);
        asked.push({ organizationId, from: Number(input.fromRevision) });
        if (refused.has(organizationId)) return failed({ kind: "notFound", what: "organization" });
      }
      return await remote.call(name, input, ...rest);
    },
  });
  return { asked, refused, through };
}

/** A log that was witnessed as a whole by a desktop that is closed, and what another one on its folder needs. */
async function scene() {
  const { server, url } = await tamperedServer();
  const owner = await server.person("Olivia Owner");
  const organizationId = await organizationOf(server, owner, 1);
  await grow(server, organizationId, events - 1);
  const folder = testFolder();
  const first = testWitness(url, owner, { folder });
  await first.look(organizationId);
  first.witness.stop();
  return { server, url, owner, organizationId, folder, store: first.store };
}

test("an old event that is rewritten is found although nothing happens any more", async () => {
  const { server, url, owner, organizationId, folder } = await scene();
  const { look, witness } = testWitness(url, owner, { folder, pace: quick });
  expect((await look(organizationId)).alarm).toBeNull();
  await intruder(server, organizationId).rewrite(3_210);
  await eventually(async () => {
    expect((await witness.status(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 3_210 });
  });
});

test("a round that the program's end interrupted goes on where it was", async () => {
  const { url, owner, organizationId, folder, store } = await scene();
  const reached = (await store.read(organizationId)).patrolled;
  expect(reached).toBe(1_000);
  const { asked, through } = noting();
  const { witness } = testWitness(url, owner, { folder, through, pace: quick });
  witness.heard({ type: "ready" });
  await eventually(() => expect(asked.map(({ from }) => from)).toContain(1));
  const round = asked.map(({ from }) => from);
  expect(round.slice(0, round.indexOf(1))).toEqual(Array.from({ length: 12 }, (_, place) => 1_001 + place * 250));
});

test("a quiet round tells nothing, and keeps the log's own head", async () => {
  const { url, owner, organizationId, folder, store } = await scene();
  const { asked, through } = noting();
  const { look, told } = testWitness(url, owner, { folder, through, pace: quick });
  await look(organizationId);
  const { head, verifiedAt } = await store.read(organizationId);
  asked.splice(0);
  await eventually(() => expect(asked.filter(({ from }) => from === 1).length).toBeGreaterThan(2));
  expect(told).toHaveLength(1);
  expect(await store.read(organizationId)).toMatchObject({ head, verifiedAt });
});

test("offline nothing is asked, until the feed is open again", async () => {
  const { url, owner, organizationId, folder } = await scene();
  const { asked, through } = noting();
  let isOnline = true;
  let refrained = 0;
  const online = () => {
    if (!isOnline) refrained += 1;
    return isOnline;
  };
  const { look, witness, told } = testWitness(url, owner, { folder, through, online, pace: quick });
  await look(organizationId);
  isOnline = false;
  await eventually(() => expect(refrained).toBe(1));
  const before = told.length;
  // A look takes many times as long as a pause.
  witness.heard({ type: "changed", organizationId, revision: events, topics: ["organization"] });
  await eventually(() => expect(told.length).toBeGreaterThan(before));
  expect(refrained).toBe(1);
  isOnline = true;
  asked.splice(0);
  witness.heard({ type: "ready" });
  await eventually(() => expect(asked.filter(({ from }) => from === 1).length).toBeGreaterThan(1));
});

test.each([
  ["the membership's end", "told"],
  ["the first refusal", "refused"],
])("after %s nothing of that log is asked for, and the round through the others goes on", async (_what, how) => {
  const { server, url, owner, organizationId, folder } = await scene();
  const other = await organizationOf(server, owner, 2);
  const { asked, refused, through } = noting();
  const { look, witness } = testWitness(url, owner, { folder, through, pace: quick });
  await look(organizationId);
  await look(other);
  const since = (id: string) => asked.filter((one) => one.organizationId === id).length;
  if (how === "told") witness.heard({ type: "membershipEnded", organizationId });
  else refused.add(organizationId);
  // What was under way at that moment ends first.
  await eventually(() => expect(since(other)).toBeGreaterThan(5));
  asked.splice(0);
  await eventually(() => expect(since(other)).toBeGreaterThan(20));
  expect(since(organizationId)).toBe(0);
});
