import { apply } from "./model/apply.ts";
import type { Answering, TeamCommand } from "./model/command.ts";
import type { Team, TeamMember } from "./model/team.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey, RoleKey } from "#domain/policy/preset.ts";

/** The address of a test person, who is named by their account id. */
export const addressOf = (accountId: string): string => `${accountId}@example.com`;

export const accountOf = (accountId: string): Answering => ({
  accountId,
  folded: addressOf(accountId),
  verified: true,
});

/** A team of these people, by account id and role. */
export function teamOf(
  preset: PresetKey,
  people: Record<string, RoleKey>,
  seatLimit: number | null = null,
  customRoles: readonly CustomRole[] = [],
): Team {
  const members = Object.entries(people).map(([accountId, role]): [string, TeamMember] => [
    accountId,
    { accountId, folded: addressOf(accountId), role, status: "active", removedAt: null },
  ]);
  return { policy: policyOf(preset, { customRoles }), seatLimit, members: new Map(members), invitations: new Map() };
}

/** Applies commands one after another; the team at the end and the outcome of the last one. */
export function run(team: Team, commands: readonly TeamCommand[]): { team: Team; outcome: string } {
  let outcome = "ok";
  let now = team;
  for (const command of commands) {
    const result = apply(now, command);
    if (result.ok) now = result.team;
    outcome = result.ok ? "ok" : codeOf(result.problem);
  }
  return { team: now, outcome };
}

function codeOf(problem: Extract<ReturnType<typeof apply>, { ok: false }>["problem"]): string {
  if (problem.kind === "forbidden") return problem.refusal.code;
  if (problem.kind === "conflict") return problem.code;
  return problem.kind === "notFound" ? `no ${problem.what}` : problem.limit;
}
