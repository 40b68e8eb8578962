import type { Person, TestServer } from "#test/support/server.ts";
import { furnishTeam, type FurnishedTeam } from "../teams.ts";
import type { PlanGiven } from "./plans.ts";

export interface PlanPeople {
  readonly manager: Person;
  readonly dana: Person;
  readonly evan: Person;
  readonly stranger: Person;
}

export async function planPeople(server: TestServer): Promise<PlanPeople> {
  return {
    manager: await server.person("Mona Manager"),
    dana: await server.person("Dana Reyes"),
    evan: await server.person("Evan Eze"),
    stranger: await server.person("Sam Stranger"),
  };
}

/** Two where the manager owns, one where they only belong, and one of strangers. */
export interface PlanTeams {
  readonly first: FurnishedTeam;
  readonly second: FurnishedTeam;
  readonly asMember: FurnishedTeam;
  readonly foreign: FurnishedTeam;
}

/** New organizations for a test, before which no limit counts anything. */
export async function planTeams(server: TestServer, { manager, dana, stranger }: PlanPeople): Promise<PlanTeams> {
  await server.services.pools.system.deleteFrom("rate_limits").execute();
  const first = await furnishTeam(server, "agency", [
    { person: manager, role: "owner" },
    { person: dana, role: "member" },
  ]);
  const second = await furnishTeam(server, "publishing", [
    { person: manager, role: "owner" },
    { person: dana, role: "admin" },
  ]);
  const asMember = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: manager, role: "member" },
    { person: dana, role: "member" },
  ]);
  const foreign = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: dana, role: "admin" },
  ]);
  return { first, second, asMember, foreign };
}

export const targets = (person: Person, ...teams: FurnishedTeam[]): PlanGiven["targets"] =>
  teams.map(({ organizationId }) => ({ organizationId, accountIds: [person.accountId] }));

export const memberIn = async ({ services }: TestServer, team: FurnishedTeam, person: Person) =>
  services.pools.system
    .selectFrom("members")
    .select(["role", "status"])
    .where("organization_id", "=", team.organizationId)
    .where("account_id", "=", person.accountId)
    .executeTakeFirst();
