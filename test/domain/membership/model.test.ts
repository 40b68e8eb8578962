import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./model/apply.ts";
import type { TeamCommand } from "./model/command.ts";
import { organizationFacts, type Team, type TeamMember } from "./model/team.ts";
import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { someCustomRoles } from "../policy/customRoles.ts";
import { addressOf, teamOf } from "./team.ts";

const people = ["ann", "ben", "cleo", "dev", "eve", "fay"];
const hour = 3_600_000;
const person = fc.constantFrom(...people);
const kinds = ["invite", "accept", "decline", "revoke", "reinstateInvitation"] as const;
const memberKinds = ["changeRole", "remove", "reinstateMember", "deactivate", "reactivate", "leave"] as const;

/** What a step tries; `turn` picks one of the invitations there are by then, `hours` pass before it. */
const stepOf = (preset: PresetKey) =>
  fc.record({
    kind: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...kinds) }, fc.constantFrom(...memberKinds)),
    actor: fc.oneof({ weight: 2, arbitrary: fc.constant("ann") }, person),
    other: person,
    role: fc.constantFrom(...presetOf(preset).roles.map(({ key }) => key), "custom0", "custom1"),
    turn: fc.nat(),
    honest: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 1),
    hours: fc.integer({ min: 0, max: 40 }),
  });

type Step = typeof stepOf extends (preset: PresetKey) => fc.Arbitrary<infer Value> ? Value : never;

/** Mostly somebody who is in that state: there are few of them, and nobody else can be brought back. */
function oneWho(team: Team, status: TeamMember["status"], { other, turn, honest }: Step): string {
  const those = [...team.members].filter(([, member]) => member.status === status).map(([id]) => id);
  return (honest ? those[turn % those.length] : undefined) ?? other;
}

/** Most answers come from the invited person, so that many succeed; the rest are attempts to take another's. */
function commandOf(team: Team, step: Step, now: number): TeamCommand {
  const { kind, actor, other, role, honest } = step;
  const invitations = [...team.invitations.values()];
  const picked = invitations[step.turn % Math.max(1, invitations.length)];
  const invitation = picked?.id ?? "none";
  const invited = people.find((one) => addressOf(one) === picked?.folded) ?? other;
  const account = {
    accountId: honest ? invited : other,
    folded: addressOf(honest ? invited : other),
    verified: honest,
  };
  switch (kind) {
    case "invite":
      return { kind, actor, id: `i${invitations.length}`, folded: addressOf(other), role, now };
    case "accept":
    case "decline":
      return { kind, invitation, account, now };
    case "changeRole":
      return { kind, actor, member: other, to: role, now };
    case "remove":
    case "deactivate":
      return { kind, actor, member: other, now };
    case "reinstateMember":
    case "reactivate":
      return { kind, actor, member: oneWho(team, kind === "reactivate" ? "deactivated" : "removed", step), now };
    case "leave":
      return { kind, actor: other, now };
    case "revoke":
    case "reinstateInvitation":
      return { kind, actor, invitation, now };
    default:
      return kind;
  }
}

/** The invariants that a step broke, by name. */
function broken(before: Team, after: Team): string[] {
  const members = [...after.members.values()];
  const active = members.filter((member) => member.status === "active");
  const pending = [...after.invitations.values()].filter((one) => one.status === "pending");
  const over = [...before.invitations.values()].filter(({ status }) => status !== "pending" && status !== "revoked");
  const kept: Record<string, boolean> = {
    "at least one owner": organizationFacts(after).lastingOwners >= 1,
    "one membership per person": new Set(members.map((member) => member.folded)).size === members.length,
    "one open invitation per address": new Set(pending.map((one) => one.folded)).size === pending.length,
    "seats are not overrun": active.length <= (after.seatLimit ?? Infinity),
    "removals have their time": members.every((one) => (one.status === "removed") === (one.removedAt !== null)),
    "nobody waits for a seat they have": pending.every(
      (one) => one.waiting === null || after.members.get(one.waiting.accountId)?.status !== "active",
    ),
    "what is over stays over": over.every(({ id, status }) => after.invitations.get(id)?.status === status),
  };
  return Object.keys(kept).filter((name) => !kept[name]);
}

describe.each(presetKeys)("any commands in any order under %s", (preset) => {
  it("keep the invariants", () => {
    const steps = fc.array(stepOf(preset), { minLength: 40, maxLength: 100, size: "max" });
    const succeeded = new Set<string>();
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom(2, 3, 3, 4, null),
        someCustomRoles(preset),
        (sequence, seatLimit, customRoles) => {
          let team = teamOf(preset, { ann: presetOf(preset).creatorRole }, seatLimit, customRoles);
          let now = 1_800_000_000_000;
          for (const step of sequence) {
            now += step.hours * hour;
            const command = commandOf(team, step, now);
            const result = apply(team, command);
            if (!result.ok) continue;
            expect(broken(team, result.team)).toEqual([]);
            team = result.team;
            succeeded.add(command.kind);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect([...succeeded].sort()).toEqual([...kinds, ...memberKinds].sort());
  });
});
