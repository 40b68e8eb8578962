import { apply } from "#test/domain/membership/model/apply.ts";
import type { Team } from "#test/domain/membership/model/team.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { standing } from "../teams.ts";
import { commandOf, newGame, type Game } from "./game.ts";
import { move, people as count, type Move } from "./moves.ts";
import { perform, toldAs } from "./perform.ts";

/** Random membership commands: the server ends every one as the model does, and stands as the model stands. */
let server: TestServer;
let people: Person[];

beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(Array.from({ length: count }, (_, index) => server.person(`Person ${index}`)));
});
afterAll(async () => server.stop());

const preset = fc.constantFrom(...presetKeys);
const seatLimit = fc.constantFrom(null, 4, 5);

/** The server's members and invitations, in the model's terms. */
async function stored({ organizationId }: Game) {
  const { system } = server.services.pools;
  const members = await system
    .selectFrom("members")
    .select(["account_id", "role", "status"])
    .where("organization_id", "=", organizationId)
    .execute();
  const invitations = await system
    .selectFrom("invitations")
    .select(["id", "email_folded", "role", "status", "waiting_for_seat", "invited_by_account_id as invitedBy"])
    .where("organization_id", "=", organizationId)
    .execute();
  return {
    members: new Map(members.map(({ account_id, role, status }) => [account_id, { role, status }])),
    invitations: new Map(
      invitations.map(({ id, email_folded: folded, role, status, waiting_for_seat: waiting, invitedBy }) => [
        id,
        { folded, role, status, waiting, invitedBy },
      ]),
    ),
  };
}

function modelled({ members, invitations }: Team) {
  return {
    members: new Map([...members].map(([id, { role, status }]) => [id, { role, status }])),
    invitations: new Map(
      [...invitations].map(([id, { folded, role, status, waiting, invitedBy }]) => [
        id,
        { folded, role, status, waiting: waiting !== null, invitedBy },
      ]),
    ),
  };
}

test("commands in any order end as the model says", async () => {
  const play = async (key: (typeof presetKeys)[number], limit: number | null, moves: Move[]) => {
    const game = await newGame(server, people, key, limit);
    for (const next of moves) {
      const command = commandOf(game, next);
      if (command === null) continue;
      const ending = await perform(game, command);
      // The server gives ids; the model takes them.
      const id = ending.ok ? ending.invitationId : undefined;
      const result = apply(game.team, command.kind === "invite" && id !== undefined ? { ...command, id } : command);
      if (result.ok) game.team = result.team;
      expect({ command, ...ending, invitationId: "" }).toEqual({
        command,
        ...(result.ok ? { ok: true } : { ok: false, problem: toldAs(result.problem) }),
        invitationId: "",
      });
      expect({ command, ...(await stored(game)) }).toEqual({ command, ...modelled(game.team) });
    }
    const verified = await server.call(
      "auditEvent.verify",
      { organizationId: game.organizationId },
      { as: ownerOf(game) },
    );
    expect(verified.value).toMatchObject({ intact: true });
  };
  await fc.assert(fc.asyncProperty(preset, seatLimit, fc.array(move, { minLength: 25, maxLength: 40 }), play), {
    numRuns: 30,
  });
});

/** Somebody who may read the log at the end. */
function ownerOf({ team }: Game): Person {
  const owner = people.find(({ accountId }) => {
    const member = team.members.get(accountId);
    return member?.status === "active" && team.policy.roles.get(member.role)?.ownerClass === true;
  });
  if (owner === undefined) throw new Error("The organization has no owner");
  return owner;
}

test("commands at the same time keep every invariant", async () => {
  const play = async (key: (typeof presetKeys)[number], limit: number | null, rounds: Move[][]) => {
    const game = await newGame(server, people, key, limit);
    for (const round of rounds) {
      await Promise.all(
        round.map(async (next) => {
          const command = commandOf(game, next);
          return command === null ? null : perform(game, command);
        }),
      );
      game.team = await observed(game);
    }
    const { owners, active_members, seats_limit, revision } = await standing(server, game.organizationId);
    const verified = await server.call(
      "auditEvent.verify",
      { organizationId: game.organizationId },
      { as: ownerOf(game) },
    );
    expect(owners).toBeGreaterThanOrEqual(1);
    expect(active_members).toBeLessThanOrEqual(seats_limit ?? Infinity);
    expect(verified.value).toMatchObject({ intact: true, events: revision });
  };
  const rounds = fc.array(fc.array(move, { minLength: 3, maxLength: 6 }), { minLength: 5, maxLength: 8 });
  await fc.assert(fc.asyncProperty(preset, seatLimit, rounds, play), { numRuns: 20 });
});

/** The state after a round, for the next round's commands to choose from. */
async function observed(game: Game): Promise<Team> {
  const { members, invitations } = await stored(game);
  const email = (accountId: string) => people.find((person) => person.accountId === accountId)?.email ?? "";
  return {
    ...game.team,
    members: new Map(
      [...members].map(([accountId, { role, status }]) => [
        accountId,
        { accountId, folded: email(accountId), role, status, removedAt: null },
      ]),
    ),
    invitations: new Map(
      [...invitations].map(([id, { folded, role, status, invitedBy }]) => [
        id,
        { id, folded, role, status, invitedBy, expiresAt: 0, waiting: null },
      ]),
    ),
  };
}
