import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Act, MemberStatus } from "#domain/policy/decision.ts";
import { isWithin } from "#domain/policy/assigning.ts";
import { decide } from "#domain/policy/decide.ts";
import { outranks, permissionsOf, policyOf, type Policy } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { someCustomRoles } from "./customRoles.ts";
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
    const acts: Act[] = [
      ...gifts.map(([act]) => act),
      { kind: "leave", ends: false },
      { kind: "use", permission: "member.view" },
    ];
    for (const status of statuses.filter((status) => status !== "active")) {
      const allowed = roles.flatMap((role) =>
        acts.filter((act) => outcome(preset, member(role, "actor", status), act) === "allowed"),
      );
      expect(allowed).toEqual([]);
    }
    expect(acts.filter((act) => outcome(preset, null, act) !== "notMember")).toEqual([]);
  });
});

describe.each(presetKeys)("under %s with any custom roles", (preset) => {
  const ranked = (policy: Policy, role: string) => policy.roles.get(role)?.rank ?? 0;

  /** What somebody was allowed that goes beyond themselves, over every pair of roles. */
  function escalations(policy: Policy): unknown[] {
    const roles = [...policy.roles.keys()];
    const may = (actor: string, act: Act) => decide(policy, member(actor, "actor"), act, { lastingOwners: 2 }).allowed;
    const beyond = (actor: string, role: string) =>
      outranks(policy, role, actor) || !isWithin(permissionsOf(policy, role), permissionsOf(policy, actor));
    return roles.flatMap((actor) =>
      roles.flatMap((role) => {
        const held = [...permissionsOf(policy, role)];
        const shape = { rank: ranked(policy, role), permissions: held };
        const acts: Act[] = [
          { kind: "invite", role },
          ...roles.map((from): Act => ({ kind: "changeRole", target: member(from, "target"), to: role })),
          ...roles.map((from): Act => ({ kind: "deleteRole", role: from, to: role })),
          { kind: "createRole", shape },
          ...roles.map((from): Act => ({ kind: "editRole", role: from, shape })),
          { kind: "editRole", role, shape: { rank: 1, permissions: [] } },
        ];
        const wrong = beyond(actor, role) ? acts.filter((act) => may(actor, act)) : [];
        const above: Act[] = [{ kind: "remove", target: member(role, "target") }];
        const reached = outranks(policy, role, actor) ? above.filter((act) => may(actor, act)) : [];
        return [...wrong, ...reached].map((act) => ({ actor, role, act }));
      }),
    );
  }

  it("nobody gives, makes, changes or removes what is above them", () => {
    fc.assert(
      fc.property(someCustomRoles(preset), (customRoles) => {
        expect(escalations(policyOf(preset, { customRoles }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("no custom role counts as an owner or gives an owner's role", () => {
    fc.assert(
      fc.property(someCustomRoles(preset), (customRoles) => {
        const policy = policyOf(preset, { customRoles });
        const owners = [...policy.roles.values()].filter((role) => role.ownerClass).map((role) => role.key);
        for (const { key } of customRoles) {
          expect(owners).not.toContain(key);
          for (const owner of owners) expect(policy.assignable.get(key)?.has(owner)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
