import { Problem, type Fault } from "#contract/fault.ts";
import { operationNames, operationOf, type OrganizationName } from "#contract/operations.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Decision } from "#domain/policy/decision.ts";
import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { digestPassword } from "#server/accounts/passwords.ts";
import { newId } from "#server/storage/ids.ts";
import { goodPassword } from "#test/support/journeys.ts";
import { requestOf, startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  actionsAfter,
  day,
  furnishInvitation,
  furnishTeam,
  seenNow,
  aCustomRole,
  type Seat,
  lowestRole,
  standing,
  type FurnishedTeam,
} from "../teams.ts";
import { furnishLogo } from "../logos.ts";
import { furnishReview, furnishSchedule, type ReviewedTo } from "../reviews/reviews.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { furnishRequest } from "../approvals.ts";
import { furnishGuard, furnishTransfer } from "../ownership.ts";
import { cases } from "./cases.ts";
import type { Scene } from "./scene.ts";

/** Every operation × role × preset: who is refused is exactly whom `decide` refuses, and a command leaves its event. */
let server: TestServer;
let people: {
  owners: [Person, Person];
  caller: Person;
  target: Person;
  removed: Person;
  resting: Person;
  outsider: Person;
};

const onOrganization = operationNames.filter((name): name is OrganizationName => name in cases);
const ownerCount = 2;

beforeAll(async () => {
  server = await startTestServer();
  const person = async (name: string) => server.person(`${name} Person`);
  people = {
    owners: [await person("First"), await person("Second")],
    caller: await person("Calling"),
    target: await person("Target"),
    removed: await person("Removed"),
    resting: await person("Resting"),
    outsider: await person("Outside"),
  };
  const caller = server.services.pools.system.updateTable("accounts").where("id", "=", people.caller.accountId);
  await caller.set({ password_digest: await digestPassword(goodPassword) }).execute();
});
afterAll(async () => server.stop());

async function furnish(
  preset: PresetKey,
  role: string,
  {
    status,
    offered = false,
    requested,
    reviewed,
  }: {
    status?: "deactivated";
    offered?: boolean;
    requested?: "byOwner" | "byCaller" | undefined;
    reviewed?: ReviewedTo | undefined;
  } = {},
): Promise<Scene & FurnishedTeam> {
  const creator = presetOf(preset).creatorRole;
  const { owners, caller, target, removed, resting } = people;
  const lowest = byRankOf(preset).at(-1) ?? "";
  const customRole = aCustomRole();
  const seats: Seat[] = [
    { person: caller, role, ...(status === undefined ? {} : { status }) },
    { person: target, role: lowest },
    { person: removed, role: lowest, status: "removed" },
    { person: resting, role: lowest, status: "deactivated" },
    ...owners.map((person) => ({ person, role: creator })),
  ];
  const team = await furnishTeam(server, preset, seats, null, [customRole]);
  await seenNow(server, team.organizationId);
  const [mine = "", targets = "", removeds = "", restings = ""] = team.memberIds;
  await furnishLogo(server, team.organizationId);
  await furnishSchedule(server, team.organizationId);
  const invitation = { email: "guest@example.com", role: lowest };
  const otherRole = byRankOf(preset).at(-2) ?? lowest;
  const pending = await furnishInvitation(server, team.organizationId, invitation);
  const revoked = await furnishInvitation(server, team.organizationId, {
    email: "former@example.com",
    role: lowest,
    status: "revoked",
  });
  return {
    ...team,
    caller,
    me: { memberId: mine, role, status: status ?? "active" },
    target: { memberId: targets, role: lowest, status: "active", ends: false },
    otherRole,
    lowestRole: lowestRole(team.policy),
    preset,
    customRole: customRole.key,
    removed: { memberId: removeds, role: lowest, status: "removed" },
    deactivated: { memberId: restings, role: lowest, status: "deactivated" },
    pendingId: pending.id,
    revokedId: revoked.id,
    approvalId: await furnishRequest(server, team.organizationId, {
      memberId: requested === undefined ? newId() : targets,
      requesterId: requested === "byCaller" ? mine : (team.memberIds.at(-1) ?? ""),
      from: lowest,
      to: otherRole,
    }),
    guardId: await furnishGuard(server, team.organizationId, removeds),
    reviewId: await furnishReview(server, team.organizationId, {
      reviewer: { person: caller, memberId: mine },
      target: { memberId: targets, role: lowest },
      to: reviewed,
    }),
    transferId: offered ? await offerTo(caller, mine, team) : newId(),
    workspaces: await furnishWorkspaces(server, team.organizationId),
  };
}

const offerTo = (to: Person, toMemberId: string, { organizationId, memberIds }: FurnishedTeam): Promise<string> =>
  furnishTransfer(server, organizationId, { fromMemberId: memberIds.at(-1) ?? "", toMemberId, to });

const hold = (organizationId: string): Promise<unknown> =>
  server.services.pools.system
    .updateTable("organizations")
    .set({ status: "held", purge_at: new Date(Date.now() + day) })
    .where("id", "=", organizationId)
    .execute();

const byRankOf = (preset: PresetKey): string[] =>
  [...presetOf(preset).roles].sort((a, b) => b.rank - a.rank).map(({ key }) => key);

async function ask(name: OrganizationName, scene: Scene, as: Person | null, organizationId = scene.organizationId) {
  const input = { ...cases[name].input(scene), organizationId };
  const headers = as === null ? {} : { authorization: `Bearer ${as.token}` };
  const response = await server.app.inject({ ...requestOf(name, input), headers });
  const fault: Fault | null = response.statusCode < 400 ? null : Problem.parse(response.json()).fault;
  return { status: response.statusCode, fault };
}

function expected(name: OrganizationName, scene: Scene & FurnishedTeam): Decision {
  const operation = operationOf(name);
  const facts = { lastingOwners: ownerCount + (scene.policy.roles.get(scene.me.role)?.ownerClass === true ? 1 : 0) };
  if (operation.access !== "organization") throw new Error(`${name} is not on an organization`);
  if (operation.permission !== null) {
    const permitted = decide(scene.policy, scene.me, { kind: "use", permission: operation.permission }, facts);
    if (!permitted.allowed) return permitted;
  }
  const act = cases[name].act?.(scene);
  return act === undefined ? { allowed: true } : decide(scene.policy, scene.me, act, facts);
}

describe.each(presetKeys)("under %s", (preset) => {
  test.each(presetOf(preset).roles.map(({ key }) => key))("a %s may do what the rules say", async (role) => {
    for (const name of onOrganization) {
      const scene = await furnish(preset, role, {
        offered: cases[name].offered === true,
        requested: cases[name].requested,
        reviewed: cases[name].reviewed,
      });
      if (name === "auditEvent.get" || name === "change.inverse")
        await server.call("invitation.revoke", given(scene), { as: people.owners[0] });
      if (cases[name].held === true) await hold(scene.organizationId);
      const before = await standing(server, scene.organizationId);
      const decision = expected(name, scene);
      const reply = await ask(name, scene, scene.caller);
      const written = await actionsAfter(server, scene.organizationId, before.revision);
      const { revision } = await standing(server, scene.organizationId);
      const outcome = { name, ...seen(reply), written, gained: revision - before.revision };
      expect(outcome).toEqual({ name, ...wanted(name, decision) });
    }
  });

  test("nobody else gets further than the door", async () => {
    const scene = await furnish(preset, byRankOf(preset).at(-1) ?? "");
    const deactivated = await furnish(preset, presetOf(preset).creatorRole, { status: "deactivated" });
    for (const name of onOrganization) {
      const door = {
        name,
        stranger: seen(await ask(name, scene, null)),
        outsider: seen(await ask(name, scene, people.outsider)),
        nowhere: seen(await ask(name, scene, people.outsider, newId())),
        removed: seen(await ask(name, scene, people.removed)),
        deactivated: seen(await ask(name, deactivated, people.caller)),
      };
      expect(door).toEqual({
        name,
        stranger: { status: 401, refusal: { kind: "unauthenticated", reason: "missing" } },
        outsider: unknown,
        nowhere: unknown,
        removed: unknown,
        deactivated: { status: 403, refusal: { code: "deactivated" } },
      });
    }
    expect(await actionsAfter(server, scene.organizationId, 0)).toEqual([]);
    expect(await actionsAfter(server, deactivated.organizationId, 0)).toEqual([]);
  });
});

/** What an outsider learns of an organization: nothing, not even that it exists. */
const unknown = { status: 404, refusal: { kind: "notFound", what: "organization" } };

function seen({ status, fault }: Awaited<ReturnType<typeof ask>>) {
  if (fault === null) return { status, refusal: null };
  if (fault.kind === "forbidden") return { status, refusal: fault.refusal };
  const { requestId: _, ...rest } = fault;
  return { status, refusal: rest };
}

/** A refused call changes nothing; a command leaves exactly its event and moves the revision by as much. */
function wanted(name: OrganizationName, decision: Decision) {
  if (!decision.allowed) return { status: 403, refusal: decision.reason, written: [], gained: 0 };
  const operation = operationOf(name);
  const written =
    operation.kind === "command" && "audit" in operation ? [operation.audit, ...(cases[name].also ?? [])] : [];
  return { status: 200, refusal: null, written, gained: written.length };
}

const given = ({ organizationId, pendingId }: Scene) => ({ organizationId, invitationId: pendingId });

test("an operation about oneself needs a token", async () => {
  const about = operationNames.filter((name) => operationOf(name).access === "account");
  expect(about.length).toBeGreaterThan(0);
  const requests = about.map((name) => requestOf(name, { sessionId: newId(), invitationId: newId() }));
  const replies = await Promise.all(requests.map((request) => server.app.inject(request)));
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(about.map(() => 401));
});

test("every operation on an organization has a case", () => {
  const all = operationNames.filter((name) => operationOf(name).access === "organization");
  expect(onOrganization).toEqual(all);
});
