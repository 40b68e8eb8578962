import { operations } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { holdClock } from "../heldClock.ts";
import { startRaceServers, type RaceServers } from "../races/servers.ts";
import { furnishInvitation, furnishTeam, standing } from "../teams.ts";

let servers: RaceServers;
beforeAll(async () => {
  servers = await startRaceServers();
});
afterAll(async () => servers.stop());
beforeEach(holdClock);

const { perOrganization, perAccount } = operations["invitation.send"].limit;

const addresses = (count: number) => Array.from({ length: count }, () => `${newId()}@example.com`);

async function team() {
  const owner = await servers.here.person("Olivia Owner");
  return { owner, ...(await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }])) };
}

const send = (organizationId: string, owner: Person, emails: string[], headers: Record<string, string> = {}) =>
  servers.call("invitation.send", { organizationId, emails, role: "member" }, owner, headers);

const pendingOf = async (organizationId: string) => (await standing(servers.here, organizationId)).pending_invitations;

describe("case 5: how much may be mailed", () => {
  test("an organization's addresses are counted one by one, also when they come at once on two servers", async () => {
    const { organizationId, owner } = await team();
    const each = 240;
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(organizationId, owner, addresses(each))));
    const fit = Math.floor(perOrganization / each);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(fit);
    const refused = replies.find(({ status }) => status !== 200);
    expect(refused?.fault).toMatchObject({ kind: "limitReached", limit: "rate", retryAfter: expect.any(Number) });
    expect(await pendingOf(organizationId)).toBe(fit * each);
    // What did not fit cost nothing: the rest can still be used.
    const rest = perOrganization - fit * each;
    expect((await send(organizationId, owner, addresses(rest))).status).toBe(200);
    expect((await send(organizationId, owner, addresses(1))).status).toBe(429);
  });

  test("a person's count goes through all their organizations", async () => {
    const owner = await servers.here.person("Marta Manager");
    const own = await Promise.all(
      Array.from({ length: 5 }, () => furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }])),
    );
    const each = 500;
    const replies = await Promise.all(own.map(({ organizationId }) => send(organizationId, owner, addresses(each))));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(perAccount / each);
  });

  test("what fails and what is replayed counts nothing", async () => {
    const { organizationId, owner } = await team();
    const broken = Array.from({ length: 500 }, (_, index) => `nobody ${index}`);
    for (let index = 0; index < 3; index += 1) {
      expect((await send(organizationId, owner, broken)).fault?.kind).toBe("invalid");
    }
    const key = { "idempotency-key": newId() };
    const emails = addresses(500);
    for (let index = 0; index < 3; index += 1) {
      expect((await send(organizationId, owner, emails, key)).status).toBe(200);
    }
    expect((await send(organizationId, owner, addresses(500))).status).toBe(200);
  });

  test("whoever may not invite uses up nothing of the organization's", async () => {
    const { organizationId, owner } = await team();
    const outsider = await servers.here.person("Oscar Outsider");
    const tries = Array.from({ length: 5 }, () => send(organizationId, outsider, addresses(500)));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await send(organizationId, owner, addresses(500))).status).toBe(200);
  });

  test("one invitation is mailed again three times an hour", async () => {
    const { organizationId, owner } = await team();
    const [first, second] = await Promise.all(
      addresses(2).map((email) => furnishInvitation(servers.here, organizationId, { email, role: "member" })),
    );
    const resend = (id: string) =>
      servers.call("invitation.resend", { organizationId, invitationId: id }, owner).then(({ status }) => status);
    const statuses = await Promise.all(Array.from({ length: 6 }, () => resend(first?.id ?? "")));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429, 429, 429]);
    expect(await resend(second?.id ?? "")).toBe(200);
  });
});
