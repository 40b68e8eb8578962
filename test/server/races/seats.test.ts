import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam, standing } from "../teams.ts";
import { inParallel, startRaceServers, trials, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;
let guests: Person[];
let former: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  guests = await Promise.all(["Gina", "Gus", "Greta"].map((name) => servers.here.person(`${name} Guest`)));
  former = await servers.here.person("Fay Former");
});
afterAll(async () => servers.stop());

test("three accept the last seat at once: one joins, two wait, and a free seat lets the next one in", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const team = [{ person: owner, role: "owner" }];
    const { organizationId } = await furnishTeam(servers.here, "agency", team, 2);
    const invitations = await Promise.all(
      guests.map((guest) => furnishInvitation(servers.here, organizationId, { email: guest.email, role: "member" })),
    );
    const replies = await Promise.all(
      guests.map((guest, index) =>
        servers.call("invitation.acceptReceived", { invitationId: invitations[index]?.id ?? "" }, guest),
      ),
    );
    const joined = guests.find((_, index) => JSON.stringify(replies[index]?.value).includes('"waitingForSeat":false'));
    const between = await standing(servers.here, organizationId);
    const left = joined && (await servers.call("member.leave", { organizationId }, joined));
    const after = await standing(servers.here, organizationId);
    outcomes.push({
      replies: replies.map(({ status }) => status),
      left: left?.status,
      members: [between.active_members, after.active_members],
      pending: [between.pending_invitations, after.pending_invitations],
      last: (await actionsAfter(servers.here, organizationId, between.revision)).join(),
    });
  });
  const fair = {
    replies: [200, 200, 200],
    left: 200,
    members: [2, 2],
    pending: [2, 1],
    last: "member.left,member.joined",
  };
  expect(outcomes).toEqual(Array.from({ length: trials }, () => fair));
});

test("an acceptance and a reinstatement meet at the last seat: it is given once", async () => {
  const members: number[] = [];
  await inParallel(trials, async () => {
    const team = [
      { person: owner, role: "owner" },
      { person: former, role: "member", status: "removed" as const },
    ];
    const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", team, 2);
    const [guest] = guests;
    if (guest === undefined) return;
    const { id } = await furnishInvitation(servers.here, organizationId, { email: guest.email, role: "member" });
    await Promise.all([
      servers.call("invitation.acceptReceived", { invitationId: id }, guest),
      servers.call("member.reinstate", { organizationId, memberId: memberIds[1] ?? "" }, owner),
    ]);
    members.push((await standing(servers.here, organizationId)).active_members);
  });
  expect(members).toEqual(Array.from({ length: trials }, () => 2));
});
