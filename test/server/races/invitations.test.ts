import type { Output } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam, standing } from "../teams.ts";
import { inParallel, startRaceServers, trials, type RaceServers } from "./servers.ts";

/** Attack case 14, invitations: each is spent once, and what is cancelled stays cancelled. */
let servers: RaceServers;
let owner: Person;
let other: Person;
let guest: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  other = await servers.here.person("Oscar Owner");
  guest = await servers.here.person("Gina Guest");
});
afterAll(async () => servers.stop());

const owners = () => [owner, other].map((person) => ({ person, role: "owner" }));

async function invited(seats: number | null = null) {
  const { organizationId } = await furnishTeam(servers.here, "agency", owners(), seats);
  const invitation = await furnishInvitation(servers.here, organizationId, { email: guest.email, role: "member" });
  return { organizationId, ...invitation };
}

const statuses = (replies: readonly { status: number }[]) => replies.map(({ status }) => status).sort((a, b) => a - b);

test("one invitation accepted twice at once: one membership, one event", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId, id } = await invited();
    const replies = await Promise.all(
      [1, 2].map(() => servers.call("invitation.acceptReceived", { invitationId: id }, guest)),
    );
    const { active_members: members } = await standing(servers.here, organizationId);
    const events = await actionsAfter(servers.here, organizationId, 0);
    outcomes.push({ statuses: statuses(replies), members, events });
  });
  const once = { statuses: [200, 409], members: 3, events: ["member.joined"] };
  expect(outcomes).toEqual(Array.from({ length: trials }, () => once));
});

test("cancelled while accepted: either, never both", async () => {
  const wrong: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId, id } = await invited();
    const [accepted, revoked] = await Promise.all([
      servers.call("invitation.acceptReceived", { invitationId: id }, guest),
      servers.call("invitation.revoke", { organizationId, invitationId: id }, owner),
    ]);
    const events = await actionsAfter(servers.here, organizationId, 0);
    const { active_members: members } = await standing(servers.here, organizationId);
    const joined = members === 3;
    const fits =
      statuses([accepted, revoked]).join() === "200,409" &&
      events.join() === (joined ? "member.joined" : "invitation.revoked") &&
      (accepted.status === 200) === joined;
    if (!fits) wrong.push({ accepted, revoked, events, members });
  });
  expect(wrong).toEqual([]);
});

test("one address invited from two sides at once: one pending invitation", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId } = await furnishTeam(servers.here, "agency", owners());
    const email = `guest.${newId()}@example.com`;
    const replies = await Promise.all(
      [owner, other].map((person) =>
        servers.call("invitation.send", { organizationId, emails: [email], role: "member" }, person),
      ),
    );
    const { pending_invitations: pending, revision } = await standing(servers.here, organizationId);
    outcomes.push({ statuses: statuses(replies), pending, revision });
  });
  const one = { statuses: [200, 400], pending: 1, revision: 1 };
  expect(outcomes).toEqual(Array.from({ length: trials }, () => one));
});

test("accepted while whoever sent it is removed: before, or not at all", async () => {
  const wrong: unknown[] = [];
  const admin = await servers.here.person("Ada Admin");
  await inParallel(trials / 4, async () => {
    const team = [...owners(), { person: admin, role: "admin" }];
    const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", team);
    const offer = { organizationId, emails: [guest.email], role: "member" };
    const sent = await servers.call("invitation.send", offer, admin);
    const { outcomes } = sent.value as Output<"invitation.send">;
    const [outcome] = outcomes;
    const invitationId = outcome?.result === "sent" ? outcome.invitation.id : "";
    const [accepted, removed] = await Promise.all([
      servers.call("invitation.acceptReceived", { invitationId }, guest),
      servers.call("member.remove", { organizationId, memberId: memberIds[2] ?? "" }, owner),
    ]);
    const events = (await actionsAfter(servers.here, organizationId, 1)).join();
    const told = accepted.status === 200 ? "member.joined,member.removed" : "member.removed";
    if (removed.status !== 200 || events !== told) wrong.push({ accepted, removed, events });
  });
  expect(wrong).toEqual([]);
});
