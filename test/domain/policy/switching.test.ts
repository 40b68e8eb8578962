import { describe, expect, it } from "vitest";
import { policyOf } from "#domain/policy/policy.ts";
import { presetKeys, type PresetKey, type RoleKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { carriedRoles, proposedMapping, switched } from "#domain/policy/switching.ts";
import { custom } from "./customRoles.ts";

describe("the mapping that a switch proposes", () => {
  it.each([
    ["agency", "operations", { owner: "owner", admin: "viewer", member: "viewer" }],
    ["operations", "agency", { owner: "owner", viewer: "member" }],
    ["agency", "social", { owner: "admin", admin: "member", member: "member" }],
    ["social", "agency", { admin: "owner", member: "member" }],
    ["agency", "campaigns", { owner: "superAdmin", admin: "admin", member: "user" }],
    ["campaigns", "publishing", { superAdmin: "owner", admin: "admin", user: "member" }],
  ] as [PresetKey, PresetKey, Record<RoleKey, RoleKey>][])("%s → %s", (from, to, expected) => {
    expect(Object.fromEntries(proposedMapping(policyOf(from), to))).toEqual(expected);
  });

  it("makes owners of owners alone, whatever the presets", () => {
    for (const from of presetKeys) {
      for (const to of presetKeys) {
        const owners = new Set(
          presetOf(to)
            .roles.filter((role) => role.ownerClass)
            .map((role) => role.key),
        );
        const mapping = proposedMapping(policyOf(from), to);
        for (const role of presetOf(from).roles) {
          expect(owners.has(mapping.get(role.key) ?? "")).toBe(role.ownerClass);
        }
      }
    }
  });
});

describe("custom roles that go over", () => {
  const agency = policyOf("agency", {
    customRoles: [
      custom("lead", 25, ["member.view", "analytics.view", "organization.delete"]),
      custom("Viewer", 10, ["member.view"]),
      custom("guest", 3, []),
    ],
  });

  it("keep their place, drop what the new preset lacks, and give way to its names", () => {
    const carried = carriedRoles(agency, "operations");
    expect(carried.map(({ role, lost, formerName }) => [role.name, role.rank, lost, formerName])).toEqual([
      ["lead", 15, ["analytics.view", "organization.delete"], null],
      ["Viewer 2", 10, [], "Viewer"],
      ["guest", 3, [], null],
    ]);
  });

  it("stay below the owners of every preset", () => {
    for (const to of presetKeys) {
      const policy = switched(agency, to, new Map());
      const top = Math.max(...policy.preset.roles.map((role) => role.rank));
      for (const { rank } of policy.customRoles) expect([to, rank > 0 && rank < top]).toEqual([to, true]);
    }
  });

  it("are left behind when they are mapped to another role", () => {
    const policy = switched(agency, "operations", new Map([["lead", "viewer"]]));
    expect(policy.customRoles.map(({ key }) => key)).toEqual(["Viewer", "guest"]);
  });
});
