import { describe, expect, it } from "vitest";
import { assignableRoles, permissionsOf, policyOf } from "#domain/policy/policy.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { member, outcome } from "./facts.ts";

/** Each sentence, the permissions it speaks of, who has them and who has not. */
type Sentence = [sentence: string, permissions: Permission[], yes: string[], no: string[]];

const sentences001: Sentence[] = [
  [
    "Organization management is only available to Super Admins",
    ["organization.edit", "member.invite", "member.remove", "member.changeRole", "role.manage", "organization.delete"],
    ["superAdmin"],
    ["admin", "user"],
  ],
  [
    "Admin can't access org settings: verify Super Admin role",
    ["organization.view"],
    ["superAdmin"],
    ["admin", "user"],
  ],
  ["See all workspaces in the organization", ["workspace.viewAll"], ["superAdmin"], ["admin", "user"]],
  ["Create, edit, suspend and archive a workspace", ["workspace.edit"], ["superAdmin"], ["admin", "user"]],
  ["Delete a workspace: permanent removal", ["workspace.delete"], ["superAdmin"], ["admin", "user"]],
  ["View current plan, access invoices", ["billing.view"], ["superAdmin"], ["admin", "user"]],
  ["Update payment methods", ["billing.manage"], ["superAdmin"], ["admin", "user"]],
  ["Monitor usage, generate usage reports", ["usage.view"], ["superAdmin"], ["admin", "user"]],
  ["View organization-wide activity", ["audit.view"], ["superAdmin"], ["admin", "user"]],
  ["Manage API access and webhooks", ["integration.manage"], ["superAdmin"], ["admin", "user"]],
];

const sentences003: Sentence[] = [
  [
    "Admin: full access to all features, settings, and team management",
    [
      "socialAccount.manage",
      "organization.edit",
      "billing.manage",
      "member.invite",
      "member.remove",
      "member.changeRole",
    ],
    ["admin"],
    ["member"],
  ],
  [
    "Member: access to core features like composing, scheduling, and analytics",
    ["post.edit", "post.publish", "analytics.view"],
    ["admin", "member"],
    [],
  ],
  ["Member: with limited settings access", ["organization.view"], ["admin", "member"], []],
  ["Only users with Admin privileges can invite new team members", ["member.invite"], ["admin"], ["member"]],
];

const documents: [PresetKey, Sentence[]][] = [
  ["campaigns", sentences001],
  ["social", sentences003],
];

describe.each(documents)("the sentences behind %s", (preset, sentences) => {
  it.each(sentences)("%s", (_sentence, permissions, yes, no) => {
    for (const permission of permissions) {
      for (const role of yes) expect(outcome(preset, role, { kind: "use", permission })).toBe("allowed");
      for (const role of no) expect(outcome(preset, role, { kind: "use", permission })).toBe("missingPermission");
    }
  });
});

describe("sentences about people", () => {
  it("001: contact another Super Admin: one Super Admin acts on another", () => {
    const target = member("superAdmin", "another");
    expect(outcome("campaigns", "superAdmin", { kind: "changeRole", target, to: "user" })).toBe("allowed");
    expect(outcome("campaigns", "admin", { kind: "remove", target: member("user") })).toBe("missingPermission");
  });

  it("002: currently, invited members receive the viewer role", () => {
    expect(outcome("operations", "owner", { kind: "invite", role: "viewer" })).toBe("allowed");
    expect(outcome("operations", "owner", { kind: "invite", role: "owner" })).toBe("roleOutOfReach");
  });

  it("002: after signing up, the invitation is accepted automatically", () => {
    expect(presetOf("operations").acceptsAfterSignUp).toBe(true);
  });

  it("002: viewers cannot access billing settings or subscription management", () => {
    const viewer = permissionsOf(policyOf("operations"), "viewer");
    expect(viewer.has("billing.view") || viewer.has("billing.manage")).toBe(false);
  });

  it.each(["organization.delete", "organization.transfer"] as const)(
    "002: %s is not currently possible",
    (permission) => {
      expect(outcome("operations", "owner", { kind: "use", permission })).toBe("turnedOff");
    },
  );

  it("003: select a role for the new member: Admin or Member; start team members as Members", () => {
    const offered = assignableRoles(policyOf("social"), "admin").map((role) => role.name);
    expect(offered).toEqual(["Admin", "Member"]);
    expect(presetOf("social").defaultInvitationRole).toBe("member");
  });

  it("003: if you're a Member, ask an Admin in your organization to send the invitation", () => {
    expect(policyOf("social").refusals.get("member.invite")).toEqual({
      allowed: false,
      reason: { code: "missingPermission", permission: "member.invite", roles: ["admin"], grantors: ["admin"] },
    });
  });

  it("003: upgrade to Admin", () => {
    expect(outcome("social", "admin", { kind: "changeRole", target: member("member"), to: "admin" })).toBe("allowed");
  });
});
