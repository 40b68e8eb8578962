import { describe, expect, it } from "vitest";
import { invitationLife, reinstatementPeriod } from "#domain/membership.ts";
import type { TeamCommand } from "./model/command.ts";
import { accountOf, addressOf, run, teamOf } from "./team.ts";

const now = 1_800_000_000_000;
const people = { olga: "owner", otto: "owner", adam: "admin", mia: "member" };
const team = teamOf("agency", people);

const invite = (who: string, over: Partial<Extract<TeamCommand, { kind: "invite" }>> = {}): TeamCommand => ({
  kind: "invite",
  actor: "olga",
  id: `to-${who}`,
  folded: addressOf(who),
  role: "member",
  now,
  ...over,
});
const accept = (who: string, over: Partial<Extract<TeamCommand, { kind: "accept" }>> = {}): TeamCommand => ({
  kind: "accept",
  invitation: `to-${who}`,
  account: accountOf(who),
  now,
  ...over,
});
const decline: TeamCommand = { kind: "decline", invitation: "to-nia", account: accountOf("nia"), now };
const revoke: TeamCommand = { kind: "revoke", actor: "olga", invitation: "to-nia", now };
const unrevoke: TeamCommand = { kind: "reinstateInvitation", actor: "olga", invitation: "to-nia", now };
const remove = (actor: string, member: string): TeamCommand => ({ kind: "remove", actor, member, now });
const leave = (actor: string): TeamCommand => ({ kind: "leave", actor, now });
const reinstate = (actor: string, member: string, at = now): TeamCommand => ({
  kind: "reinstateMember",
  actor,
  member,
  now: at,
});
const deactivate = (actor: string, member: string): TeamCommand => ({ kind: "deactivate", actor, member, now });
const reactivate = (actor: string, member: string): TeamCommand => ({ kind: "reactivate", actor, member, now });
const change = (actor: string, member: string, to: string): TeamCommand => ({
  kind: "changeRole",
  actor,
  member,
  to,
  now,
});

describe("a team after commands", () => {
  it.each<[string, TeamCommand[], string]>([
    ["an invitation is accepted", [invite("nia"), accept("nia")], "ok"],
    ["an invitation works once", [invite("nia"), accept("nia"), accept("nia")], "invitationSpent"],
    ["a revoked one does not work", [invite("nia"), revoke, accept("nia")], "invitationRevoked"],
    ["a declined one does not work", [invite("nia"), decline, accept("nia")], "invitationDeclined"],
    [
      "an expired one does not work",
      [invite("nia"), accept("nia", { now: now + invitationLife })],
      "invitationExpired",
    ],
    [
      "nor for another person",
      [invite("nia"), accept("nia", { account: accountOf("eve") })],
      "invitationForAnotherAddress",
    ],
    [
      "nor for an unverified address",
      [invite("nia"), accept("nia", { account: { ...accountOf("nia"), verified: false } })],
      "invitationForAnotherAddress",
    ],
    ["an unknown one", [accept("nia")], "no invitation"],
    ["one open invitation per address", [invite("nia"), invite("nia", { id: "second" })], "alreadyInvited"],
    [
      "a new one after the first expired",
      [invite("nia"), invite("nia", { id: "second", now: now + invitationLife })],
      "ok",
    ],
    ["members are not invited", [invite("mia")], "alreadyMember"],
    ["revoking twice", [invite("nia"), revoke, revoke], "invitationNotPending"],
    ["a revocation is undone", [invite("nia"), revoke, unrevoke, accept("nia")], "ok"],
    [
      "but not over another invitation",
      [invite("nia"), revoke, invite("nia", { id: "second" }), unrevoke],
      "alreadyInvited",
    ],
    [
      "nor by who could not invite so",
      [invite("nia", { role: "owner" }), revoke, { ...unrevoke, actor: "adam" }],
      "roleOutOfReach",
    ],
    ["nor of what was not revoked", [invite("nia"), unrevoke], "invitationNotPending"],
    ["members cannot invite", [invite("nia", { actor: "mia" })], "missingPermission"],
    ["strangers cannot invite", [invite("nia", { actor: "eve" })], "notMember"],
    ["a removed member can no longer act", [remove("olga", "adam"), invite("nia", { actor: "adam" })], "notMember"],
    [
      "a removed member comes back",
      [remove("olga", "adam"), reinstate("olga", "adam"), invite("nia", { actor: "adam" })],
      "ok",
    ],
    [
      "not after 90 days",
      [remove("olga", "mia"), reinstate("olga", "mia", now + reinstatementPeriod)],
      "reinstatementExpired",
    ],
    ["not above what one may give", [remove("olga", "otto"), reinstate("adam", "otto")], "roleOutOfReach"],
    ["not while they are there", [reinstate("olga", "mia")], "notRemoved"],
    ["removing twice", [remove("olga", "mia"), remove("olga", "mia")], "targetNotActive"],
    [
      "deactivating is taken back",
      [deactivate("olga", "adam"), reactivate("olga", "adam"), invite("nia", { actor: "adam" })],
      "ok",
    ],
    [
      "a deactivated member can no longer act",
      [deactivate("olga", "adam"), invite("nia", { actor: "adam" })],
      "deactivated",
    ],
    [
      "nor after being removed and brought back",
      [deactivate("olga", "adam"), remove("olga", "adam"), reinstate("olga", "adam"), invite("nia", { actor: "adam" })],
      "deactivated",
    ],
    ["nor be deactivated again", [deactivate("olga", "mia"), deactivate("olga", "mia")], "targetNotActive"],
    ["an active one is not reactivated", [reactivate("olga", "mia")], "notDeactivated"],
    ["nor a removed one", [remove("olga", "mia"), reactivate("olga", "mia")], "targetNotActive"],
    ["not beyond one's reach", [deactivate("olga", "otto"), reactivate("adam", "otto")], "targetOutOfReach"],
    ["owners deactivate each other", [deactivate("olga", "otto"), deactivate("otto", "olga")], "deactivated"],
    ["the last owner stays active", [deactivate("olga", "otto"), deactivate("olga", "olga")], "lastOwner"],
    ["the same role", [change("olga", "mia", "member")], "sameRole"],
    ["nobody by that id", [change("olga", "eve", "member")], "no member"],
    ["both owners leave", [leave("olga"), leave("otto")], "lastOwner"],
    [
      "owners demote each other",
      [change("olga", "otto", "admin"), change("otto", "olga", "admin")],
      "targetOutOfReach",
    ],
    ["the last owner steps down", [change("olga", "otto", "admin"), change("olga", "olga", "admin")], "lastOwner"],
  ])("%s: %j", (_what, commands, outcome) => {
    expect(run(team, commands).outcome).toBe(outcome);
  });
});

describe("seats", () => {
  const full = teamOf("agency", people, 4);

  it("lets an acceptance wait, and seats it when a member goes", () => {
    const waiting = run(full, [invite("nia"), invite("noa"), accept("noa"), accept("nia", { now: now + 1 })]);
    expect(waiting.outcome).toBe("ok");
    expect(waiting.team.members.has("noa")).toBe(false);
    const seated = run(waiting.team, [remove("olga", "mia")]).team;
    expect(seated.members.get("noa")?.status).toBe("active");
    expect(seated.members.has("nia")).toBe(false);
    expect(seated.invitations.get("to-noa")?.status).toBe("accepted");
  });

  it("seats who waits when a member is deactivated, and then has none to reactivate them", () => {
    const seated = run(full, [invite("noa"), accept("noa"), deactivate("olga", "mia")]).team;
    expect(seated.members.get("noa")?.status).toBe("active");
    expect(run(seated, [reactivate("olga", "mia")]).outcome).toBe("seats");
  });

  it("has none for somebody reinstated into a full team", () => {
    const { outcome } = run(full, [remove("olga", "mia"), invite("nia"), accept("nia"), reinstate("olga", "mia")]);
    expect(outcome).toBe("seats");
  });
});
