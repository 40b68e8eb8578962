import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTransfer } from "../ownership.ts";
import { furnishTeam, standing } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;
let heir: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  heir = await servers.here.person("Hector Heir");
});
afterAll(async () => servers.stop());

const times = 100;

async function offered(formerOwner: "stays" | "leaves") {
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", [
    { person: owner, role: "owner" },
    { person: heir, role: "member" },
  ]);
  const [ownerId = "", heirId = ""] = memberIds;
  const made = { fromMemberId: ownerId, toMemberId: heirId, to: heir, formerOwner };
  return { organizationId, heirId, transferId: await furnishTransfer(servers.here, organizationId, made) };
}

test("accepted twice, on two servers: once it is a transfer, the other time it is over", async () => {
  const outcomes: unknown[] = [];
  await inParallel(times, async () => {
    const { organizationId, transferId } = await offered("stays");
    const accept = () => servers.call("ownership.acceptTransfer", { organizationId, transferId }, heir);
    const replies = await Promise.all([accept(), accept()]);
    const { owners, revision } = await standing(servers.here, organizationId);
    outcomes.push({ owners, revision, statuses: replies.map(({ status }) => status).toSorted((a, b) => a - b) });
  });
  expect(outcomes).toEqual(Array.from({ length: times }, () => ({ owners: 1, revision: 2, statuses: [200, 409] })));
});

test("accepted, cancelled and the heir removed at once: one owner, whoever comes first", async () => {
  const owners: number[] = [];
  await inParallel(times, async () => {
    const { organizationId, heirId, transferId } = await offered("leaves");
    await Promise.all([
      servers.call("ownership.acceptTransfer", { organizationId, transferId }, heir),
      servers.call("ownership.cancelTransfer", { organizationId, transferId }, owner),
      servers.call("member.remove", { organizationId, memberId: heirId }, owner),
    ]);
    owners.push((await standing(servers.here, organizationId)).owners);
  });
  expect(owners).toEqual(Array.from({ length: times }, () => 1));
});
