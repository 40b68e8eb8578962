import { describe, expect, it } from "vitest";
import { decide } from "#domain/policy/decide.ts";
import type { Act, MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { presetKeys, type PresetKey, type RoleKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { member, outcome } from "./facts.ts";

describe("standing", () => {
  it.each([
    [null, "notMember"],
    [member("owner", "actor", "removed"), "notMember"],
    [member("owner", "actor", "deactivated"), "deactivated"],
    [member("emperor", "actor"), "unknownRole"],
    [member("constructor", "actor"), "unknownRole"],
  ] as [MemberFacts | null, string][])("%j → %s", (actor, expected) => {
    expect(outcome("agency", actor, { kind: "use", permission: "member.view" })).toBe(expected);
  });
});

type Removal = [preset: PresetKey, actor: RoleKey, target: RoleKey, expected: string];

describe("who may remove whom", () => {
  it.each([
    ["agency", "owner", "owner", "allowed"],
    ["agency", "owner", "admin", "allowed"],
    ["agency", "admin", "member", "allowed"],
    ["agency", "admin", "admin", "targetOutOfReach"],
    ["agency", "admin", "owner", "targetOutOfReach"],
    ["agency", "member", "member", "missingPermission"],
    ["publishing", "admin", "member", "allowed"],
    ["publishing", "admin", "admin", "allowed"],
    ["publishing", "admin", "owner", "targetOutOfReach"],
    ["publishing", "member", "member", "missingPermission"],
    ["operations", "owner", "viewer", "allowed"],
    ["operations", "viewer", "owner", "missingPermission"],
    ["social", "admin", "admin", "allowed"],
    ["social", "member", "member", "missingPermission"],
    ["campaigns", "admin", "user", "missingPermission"],
  ] as Removal[])("%s: %s removes %s → %s", (preset, actor, target, expected) => {
    expect(outcome(preset, actor, { kind: "remove", target: member(target, "target") })).toBe(expected);
  });

  it("refuses a member who is already removed, not one who is deactivated", () => {
    const act = (target: TargetFacts) => outcome("agency", "owner", { kind: "remove", target });
    expect(act(member("member", "target", "removed"))).toBe("targetNotActive");
    expect(act(member("member", "target", "deactivated"))).toBe("allowed");
  });
});

describe("deactivating and reactivating", () => {
  it.each([
    ["agency", "admin", "member", "allowed"],
    ["agency", "admin", "admin", "targetOutOfReach"],
    ["agency", "owner", "owner", "allowed"],
    ["publishing", "admin", "admin", "allowed"],
    ["operations", "owner", "viewer", "allowed"],
    ["social", "member", "member", "missingPermission"],
  ] as Removal[])("%s: %s deactivates %s and back → %s", (preset, actor, target, expected) => {
    const resting = member(target, "target", "deactivated");
    expect(outcome(preset, actor, { kind: "deactivate", target: member(target, "target") })).toBe(expected);
    expect(outcome(preset, actor, { kind: "reactivate", target: resting })).toBe(expected);
  });

  it("touches neither who is deactivated already nor who was removed", () => {
    const of = (status: MemberFacts["status"]) => member("member", "target", status);
    expect(outcome("agency", "owner", { kind: "deactivate", target: of("deactivated") })).toBe("targetNotActive");
    expect(outcome("agency", "owner", { kind: "deactivate", target: of("removed") })).toBe("targetNotActive");
    expect(outcome("agency", "owner", { kind: "reactivate", target: of("removed") })).toBe("targetNotActive");
  });

  it("keeps the last owner", () => {
    const last = { kind: "deactivate", target: member("owner", "target") } as const;
    expect(outcome("agency", "owner", last, { lastingOwners: 1 })).toBe("lastOwner");
  });
});

type Change = [preset: PresetKey, actor: RoleKey, from: RoleKey, to: RoleKey, expected: string];

describe("who may change whose role to what", () => {
  it.each([
    ["agency", "owner", "member", "owner", "allowed"],
    ["agency", "owner", "owner", "member", "allowed"],
    ["agency", "admin", "member", "member", "allowed"],
    ["agency", "admin", "member", "admin", "needsApproval"],
    ["agency", "admin", "member", "owner", "roleOutOfReach"],
    ["agency", "admin", "admin", "member", "targetOutOfReach"],
    ["agency", "admin", "owner", "member", "targetOutOfReach"],
    ["agency", "member", "member", "admin", "missingPermission"],
    ["agency", "owner", "member", "emperor", "unknownRole"],
    ["agency", "owner", "emperor", "member", "allowed"],
    ["agency", "admin", "emperor", "member", "targetOutOfReach"],
    ["publishing", "admin", "member", "admin", "allowed"],
    ["publishing", "admin", "admin", "member", "allowed"],
    ["publishing", "admin", "member", "owner", "roleOutOfReach"],
    ["publishing", "admin", "emperor", "member", "targetOutOfReach"],
    ["operations", "owner", "viewer", "owner", "roleOutOfReach"],
    ["campaigns", "superAdmin", "user", "superAdmin", "allowed"],
  ] as Change[])("%s: %s changes %s to %s → %s", (preset, actor, from, to, expected) => {
    expect(outcome(preset, actor, { kind: "changeRole", target: member(from, "target"), to })).toBe(expected);
  });

  it("asks for an approval by owners", () => {
    const act = { kind: "changeRole", target: member("member"), to: "admin" } as const;
    expect(decide(policyOf("agency"), member("admin", "actor"), act, { lastingOwners: 1 })).toEqual({
      allowed: false,
      reason: { code: "needsApproval", role: "admin", approvers: ["owner"] },
    });
  });

  it.each(["deactivated", "removed"] as const)("refuses a %s member", (status) => {
    const target = member("member", "target", status);
    expect(outcome("agency", "owner", { kind: "changeRole", target, to: "admin" })).toBe("targetNotActive");
  });
});

describe("who may say which workspaces somebody can use", () => {
  it.each<[RoleKey, MemberFacts, string]>([
    ["admin", member("member", "target"), "allowed"],
    ["admin", member("member", "target", "deactivated"), "allowed"],
    ["admin", member("member", "target", "removed"), "targetNotActive"],
    ["admin", member("admin", "target"), "seesAllWorkspaces"],
    ["owner", member("owner", "actor"), "seesAllWorkspaces"],
    ["member", member("member", "target"), "missingPermission"],
  ])("%s of %j → %s", (actor, target, expected) => {
    expect(outcome("agency", actor, { kind: "setWorkspaceAccess", target })).toBe(expected);
  });

  it("nobody decides over themselves", () => {
    const steward = {
      key: "steward",
      name: "Steward",
      description: "",
      rank: 15,
      permissions: ["member.changeRole"] as const,
    };
    const policy = policyOf("agency", { customRoles: [steward] });
    const act = (target: MemberFacts) =>
      decide(policy, member("steward", "actor"), { kind: "setWorkspaceAccess", target }, { lastingOwners: 1 });
    expect(act(member("steward", "actor"))).toEqual({ allowed: false, reason: { code: "ownRole" } });
    expect(act(member("member", "target"))).toEqual({ allowed: true });
  });
});

describe("the switch adminsDemoteAdmins", () => {
  const on = { adminsDemoteAdmins: true };
  const peer = member("admin", "peer");

  it("lets an admin demote another admin, and nothing more", () => {
    expect(outcome("agency", "admin", { kind: "changeRole", target: peer, to: "member" }, on)).toBe("allowed");
    expect(outcome("agency", "admin", { kind: "remove", target: peer }, on)).toBe("targetOutOfReach");
    expect(outcome("agency", "admin", { kind: "changeRole", target: member("owner"), to: "member" }, on)).toBe(
      "targetOutOfReach",
    );
  });
});

describe("one's own role", () => {
  const self = (role: RoleKey) => member(role, "actor");

  it.each([
    ["agency", "admin", "owner", 2, "ownRole"],
    ["agency", "admin", "admin", 2, "ownRole"],
    ["agency", "admin", "member", 2, "allowed"],
    ["agency", "owner", "admin", 2, "allowed"],
    ["agency", "owner", "admin", 1, "lastOwner"],
    ["operations", "owner", "viewer", 1, "lastOwner"],
    ["publishing", "admin", "owner", 2, "ownRole"],
    ["agency", "member", "owner", 2, "missingPermission"],
  ] as [PresetKey, RoleKey, RoleKey, number, string][])(
    "%s: %s makes themself %s among %i owners → %s",
    (preset, role, to, owners, expected) => {
      expect(outcome(preset, role, { kind: "changeRole", target: self(role), to }, { lastingOwners: owners })).toBe(
        expected,
      );
    },
  );
});

describe.each(presetKeys)("the last owner of %s", (preset) => {
  const owner = member(presetOf(preset).creatorRole, "actor");

  it("can neither leave nor be removed nor be demoted", () => {
    const lowest = presetOf(preset).defaultInvitationRole;
    const alone = { lastingOwners: 1 };
    expect(outcome(preset, owner, { kind: "leave", ends: false }, alone)).toBe("lastOwner");
    expect(outcome(preset, owner, { kind: "remove", target: owner }, alone)).toBe("lastOwner");
    expect(outcome(preset, owner, { kind: "changeRole", target: owner, to: lowest }, alone)).toBe("lastOwner");
  });

  it("is the last one whose access has no end: of the others everybody may go", () => {
    const alone = { lastingOwners: 1 };
    const lowest = presetOf(preset).defaultInvitationRole;
    const ending = { ...member(presetOf(preset).creatorRole, "target"), ends: true };
    expect(outcome(preset, ending, { kind: "leave", ends: true }, alone)).toBe("allowed");
    expect(outcome(preset, owner, { kind: "remove", target: ending }, alone)).toBe("allowed");
    expect(outcome(preset, owner, { kind: "deactivate", target: ending }, alone)).toBe("allowed");
    expect(outcome(preset, owner, { kind: "changeRole", target: ending, to: lowest }, alone)).toBe("allowed");
    expect(outcome(preset, owner, { kind: "setAccessUntil", target: ending, ends: true }, alone)).toBe("allowed");
    expect(outcome(preset, ending, { kind: "remove", target: owner }, alone)).toBe("lastOwner");
    expect(outcome(preset, ending, { kind: "deactivate", target: owner }, alone)).toBe("lastOwner");
    expect(outcome(preset, ending, { kind: "changeRole", target: owner, to: lowest }, alone)).toBe("lastOwner");
    expect(outcome(preset, ending, { kind: "setAccessUntil", target: owner, ends: true }, alone)).toBe("lastOwner");
  });

  it("may go when there is another", () => {
    expect(outcome(preset, owner, { kind: "leave", ends: false })).toBe("allowed");
    expect(outcome(preset, owner, { kind: "remove", target: owner })).toBe("allowed");
  });
});

describe("a held organization", () => {
  const heldOnes = { lastingOwners: 2, held: true };

  it.each([
    ["owner", { kind: "use", permission: "member.view" }, "allowed"],
    ["admin", { kind: "use", permission: "workspace.viewAll" }, "allowed"],
    ["owner", { kind: "use", permission: "organization.edit" }, "held"],
    ["owner", { kind: "invite", role: "member" }, "held"],
    ["admin", { kind: "leave", ends: false }, "held"],
    ["owner", { kind: "takeOver" }, "held"],
    ["owner", { kind: "restore" }, "allowed"],
    ["admin", { kind: "restore" }, "missingPermission"],
  ] as [RoleKey, Act, string][])("%s: %j → %s", (role, act, expected) => {
    expect(outcome("agency", role, act, heldOnes)).toBe(expected);
  });
});

describe("reinstating", () => {
  const target = member("admin", "target", "removed");

  it("gives no role that an invitation could not give", () => {
    expect(outcome("agency", "admin", { kind: "reinstate", target, role: "admin" })).toBe("roleOutOfReach");
    expect(outcome("agency", "admin", { kind: "reinstate", target, role: "member" })).toBe("allowed");
    expect(outcome("agency", "member", { kind: "reinstate", target, role: "member" })).toBe("missingPermission");
  });
});

describe("cost", () => {
  it("allocates nothing for an allowed decision or a missing permission", () => {
    const policy = policyOf("agency");
    const ask = (role: RoleKey) =>
      decide(policy, member(role), { kind: "use", permission: "billing.manage" }, { lastingOwners: 1 });
    expect(ask("owner")).toBe(ask("owner"));
    expect(ask("member")).toBe(ask("admin"));
  });
});
