import { describe, expect, it } from "vitest";
import { asRole, permissionsForCustomRoles } from "#domain/policy/customRole.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Act } from "#domain/policy/decision.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { assignableRoles, byRank, permissionsOf, policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { formerOwnerRole } from "#domain/ownership.ts";
import { custom } from "./customRoles.ts";
import { member } from "./facts.ts";

const memberRights = ["organization.view", "member.view", "report.run", "analytics.view"] as const;
const people = custom("people", 15, [...memberRights, "member.invite", "member.changeRole", "member.remove"]);
const roles = [
  people,
  custom("peer", 15, ["member.view"]),
  custom("guest", 5, ["organization.view"]),
  custom("billing", 10, ["billing.view"]),
  custom("high", 25, ["member.view"]),
  custom("keeper", 20, ["role.manage", "member.changeRole", "member.view"]),
];
const agency = policyOf("agency", { customRoles: roles });

function outcome(role: string, act: Act, policy = agency): string {
  const decision = decide(policy, member(role, "actor"), act, { lastingOwners: 2 });
  return decision.allowed ? "allowed" : decision.reason.code;
}

describe("who gives which custom role", () => {
  it.each([
    ["owner", "high", "allowed"],
    ["owner", "keeper", "allowed"],
    // 'Admins can only assign Member roles': what ranks no higher, and holds nothing that they lack.
    ["admin", "guest", "allowed"],
    ["admin", "billing", "roleOutOfReach"],
    ["admin", "people", "roleOutOfReach"],
    ["admin", "high", "roleOutOfReach"],
    ["people", "people", "allowed"],
    ["people", "guest", "allowed"],
    ["people", "member", "allowed"],
    ["people", "billing", "roleOutOfReach"],
    ["people", "admin", "roleOutOfReach"],
    ["people", "owner", "roleOutOfReach"],
    ["guest", "guest", "missingPermission"],
  ])("%s invites with %s → %s", (actor, role, expected) => {
    expect(outcome(actor, { kind: "invite", role })).toBe(expected);
  });

  it("lets an Admin give a role that ranks as Members do", () => {
    const beside = policyOf("agency", { customRoles: [custom("aide", 10, ["member.view"])] });
    expect(outcome("admin", { kind: "invite", role: "aide" }, beside)).toBe("allowed");
  });

  it("offers in the invitation form what may be given, highest first", () => {
    expect(assignableRoles(agency, "people").map(({ key }) => key)).toEqual(["people", "peer", "member", "guest"]);
    expect(assignableRoles(agency, "guest")).toEqual([]);
  });

  it("lets owners give every custom role, also where they give only the lowest of the preset's (002)", () => {
    const operations = policyOf("operations", { customRoles: [custom("lead", 15, ["agent.edit"])] });
    expect(assignableRoles(operations, "owner").map(({ key }) => key)).toEqual(["lead", "viewer"]);
  });
});

it.each([
  ["", ""],
  ["Keeps the brands", "About this role: Keeps the brands"],
])("described as %j, a role tells its holder %j", (description, told) => {
  expect(asRole({ ...custom("keeper", 15, []), description }).toHolder).toBe(told);
});

describe("whom a role reaches", () => {
  const publishing = policyOf("publishing", { customRoles: roles });
  it.each([
    ["agency", "admin", "guest", "allowed"],
    ["agency", "admin", "billing", "allowed"],
    ["agency", "admin", "people", "targetOutOfReach"],
    ["agency", "admin", "high", "targetOutOfReach"],
    ["agency", "owner", "high", "allowed"],
    ["agency", "people", "guest", "allowed"],
    ["agency", "people", "member", "allowed"],
    ["agency", "people", "peer", "targetOutOfReach"],
    ["agency", "people", "people", "targetOutOfReach"],
    ["agency", "people", "admin", "targetOutOfReach"],
    ["agency", "people", "owner", "targetOutOfReach"],
    ["publishing", "admin", "people", "allowed"],
    ["publishing", "admin", "keeper", "allowed"],
    ["publishing", "admin", "high", "targetOutOfReach"],
  ] as [PresetKey, string, string, string][])("%s: %s removes %s → %s", (preset, actor, target, expected) => {
    const act = { kind: "remove", target: member(target, "target") } as const;
    expect(outcome(actor, act, preset === "agency" ? agency : publishing)).toBe(expected);
  });
});

describe("who makes and changes roles", () => {
  const shape = (rank: number, ...permissions: (typeof people.permissions)[number][]) => ({ rank, permissions });

  it("names who could make one so high: roles of the same rank could not", () => {
    const act = { kind: "createRole", shape: shape(20, "member.view") } as const;
    expect(decide(agency, member("keeper", "actor"), act, { lastingOwners: 2 })).toEqual({
      allowed: false,
      reason: { code: "rankTooHigh", roles: ["owner"] },
    });
  });

  it.each([
    ["owner", { kind: "createRole", shape: shape(29, "billing.manage") }, "allowed"],
    ["owner", { kind: "createRole", shape: shape(30) }, "rankTooHigh"],
    ["admin", { kind: "createRole", shape: shape(1) }, "missingPermission"],
    ["keeper", { kind: "createRole", shape: shape(19, "member.view") }, "allowed"],
    ["keeper", { kind: "createRole", shape: shape(20, "member.view") }, "rankTooHigh"],
    ["keeper", { kind: "createRole", shape: shape(5, "billing.view") }, "beyondOwnPermissions"],
    ["keeper", { kind: "editRole", role: "peer", shape: shape(10, "role.manage") }, "allowed"],
    ["keeper", { kind: "editRole", role: "peer", shape: shape(25, "member.view") }, "rankTooHigh"],
    ["keeper", { kind: "editRole", role: "people", shape: shape(5) }, "beyondOwnPermissions"],
    ["keeper", { kind: "editRole", role: "keeper", shape: shape(20, "billing.view") }, "rankTooHigh"],
    ["keeper", { kind: "editRole", role: "high", shape: shape(5) }, "rankTooHigh"],
    ["owner", { kind: "editRole", role: "admin", shape: shape(5) }, "unknownRole"],
    ["owner", { kind: "deleteRole", role: "high", to: "admin" }, "allowed"],
    ["owner", { kind: "deleteRole", role: "high", to: "emperor" }, "unknownRole"],
    ["owner", { kind: "deleteRole", role: "member", to: "admin" }, "unknownRole"],
    ["keeper", { kind: "deleteRole", role: "peer", to: "keeper" }, "allowed"],
    ["keeper", { kind: "deleteRole", role: "peer", to: "owner" }, "roleOutOfReach"],
    ["keeper", { kind: "deleteRole", role: "high", to: "peer" }, "rankTooHigh"],
    ["owner", { kind: "setRules" }, "allowed"],
    ["keeper", { kind: "setRules" }, "ownersOnly"],
    ["admin", { kind: "setRules" }, "missingPermission"],
  ] as [string, Act, string][])("%s: %j → %s", (actor, act, expected) => {
    expect(outcome(actor, act)).toBe(expected);
  });
});

describe("what a custom role holds", () => {
  it("is never the transfer of ownership, which gives the owner's role away", () => {
    const policy = policyOf("agency", { customRoles: [custom("heir", 20, ["organization.transfer", "member.view"])] });
    expect([...permissionsOf(policy, "heir")]).toEqual(["member.view"]);
    expect(permissionsForCustomRoles(presetOf("agency"))).not.toContain("organization.transfer");
  });

  it("is nothing that the preset turns off or does not know", () => {
    const roles = [custom("odd", 5, ["organization.delete", "campaign.manage", "agent.chat"])];
    expect([...permissionsOf(policyOf("operations", { customRoles: roles }), "odd")]).toEqual(["agent.chat"]);
  });

  it("shows in the matrix as held only where all of a row is held", () => {
    const partly = policyOf("agency", { customRoles: [custom("reports", 5, ["report.run"])] });
    const row = matrixOf(partly)
      .sections.flatMap((section) => section.rows)
      .find(({ key }) => key === "reports.generate");
    expect(row?.cells["reports"]).toEqual({ allowed: false, partly: true, note: null });
    expect(row?.cells["member"]).toEqual({
      allowed: true,
      partly: false,
      note: "Generate reports for assigned brands",
    });
  });
});

describe("custom roles beside the preset's", () => {
  it("stand among them by rank", () => {
    expect(byRank(agency).slice(0, 4)).toEqual(["owner", "high", "admin", "keeper"]);
  });

  it("never receive a former owner", () => {
    expect(formerOwnerRole(agency)).toBe("admin");
  });

  it("are memoised with their list, and forgotten with it", () => {
    expect(policyOf("agency", { customRoles: roles })).toBe(agency);
    expect(policyOf("agency", { customRoles: [...roles] })).not.toBe(agency);
    expect(policyOf("agency", { customRoles: [] })).toBe(policyOf("agency"));
  });
});
