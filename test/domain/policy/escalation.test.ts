import { describe, expect, it } from "vitest";
import type { Act, MemberStatus } from "#domain/policy/decision.ts";
import { isWithin } from "#domain/policy/assigning.ts";
import { outranks, permissionsOf, policyOf } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { member, outcome } from "./facts.ts";

const statuses: MemberStatus[] = ["active", "deactivated", "removed"];

describe.each(presetKeys)("under %s", (preset) => {
  const policy = policyOf(preset);
  const roles = [...policy.roles.keys()];

  /** Every act that gives somebody a role, the actor themself among them, with the role it gives. */
  const gifts: [Act, string][] = roles.flatMap((role) => [
    [{ kind: "invite", role }, role] as [Act, string],
    ...roles.flatMap((from): [Act, string][] => [
      [{ kind: "changeRole", target: member(from, "target"), to: role }, role],
      [{ kind: "changeRole", target: member(from, "actor"), to: role }, role],
      [{ kind: "reinstate", target: member(from, "target", "removed"), role }, role],
    ]),
  ]);

  it("nobody gives a role above their own or with permissions they lack", () => {
    for (const adminsDemoteAdmins of [false, true]) {
      const escalations = roles.flatMap((actor) =>
        gifts.filter(([act, role]) => {
          const beyond =
            outranks(policy, role, actor) || !isWithin(permissionsOf(policy, role), permissionsOf(policy, actor));
          return beyond && outcome(preset, actor, act, { adminsDemoteAdmins }) === "allowed";
        }),
      );
      expect(escalations).toEqual([]);
    }
  });

  it("nobody acts on an owner but owners", () => {
    const owner = member([...policy.roles.values()].find((role) => role.ownerClass)?.key ?? "", "target");
    for (const actor of roles.filter((role) => policy.roles.get(role)?.ownerClass !== true)) {
      expect(outcome(preset, actor, { kind: "remove", target: owner })).not.toBe("allowed");
      for (const to of roles) {
        expect(outcome(preset, actor, { kind: "changeRole", target: owner, to })).not.toBe("allowed");
      }
    }
  });

  it("only active members do anything at all", () => {
    const acts: Act[] = [...gifts.map(([act]) => act), { kind: "leave" }, { kind: "use", permission: "member.view" }];
    for (const status of statuses.filter((status) => status !== "active")) {
      const allowed = roles.flatMap((role) =>
        acts.filter((act) => outcome(preset, member(role, "actor", status), act) === "allowed"),
      );
      expect(allowed).toEqual([]);
    }
    expect(acts.filter((act) => outcome(preset, null, act) !== "notMember")).toEqual([]);
  });
});
