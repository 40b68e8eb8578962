import { auditActions } from "#contract/auditActions.ts";
import { changeNames } from "#contract/changes.ts";
import { inverseOf } from "#domain/changes/inverse.ts";
import { describe, expect, test } from "vitest";

const event = (action: string, before: Record<string, never> | object | null = null) =>
  ({ action, targetId: "t", before: before as Record<string, string> | null, after: null }) as const;

describe("what takes an event back", () => {
  test.each([
    ["member.roleChanged", { role: "admin" }, "member.changeRole", { memberId: "t", role: "admin" }],
    ["member.removed", { role: "member", status: "active" }, "member.reinstate", { memberId: "t" }],
    ["member.reinstated", { status: "removed" }, "member.remove", { memberId: "t" }],
    ["member.deactivated", { status: "active" }, "member.reactivate", { memberId: "t" }],
    ["member.reactivated", { status: "deactivated" }, "member.deactivate", { memberId: "t" }],
    [
      "member.workspaceAccessChanged",
      { workspaces: "all", futureWorkspaces: true, workspacesSince: 7 },
      "member.setWorkspaceAccess",
      { memberId: "t", scope: "all", future: true, since: 7 },
    ],
    [
      "member.accessUntilChanged",
      { accessUntil: "2027-01-01T00:00:00.000Z" },
      "member.setAccessUntil",
      { memberId: "t", accessUntil: "2027-01-01T00:00:00.000Z" },
    ],
    ["member.accessUntilChanged", { accessUntil: null }, "member.setAccessUntil", { memberId: "t", accessUntil: null }],
    ["organization.logoChanged", { logo: null }, "organization.removeLogo", {}],
    ["workspace.created", null, "workspace.archive", { workspaceId: "t" }],
    ["workspace.updated", { name: "Acme" }, "workspace.update", { workspaceId: "t", name: "Acme" }],
    ["workspace.suspended", { status: "active" }, "workspace.reactivate", { workspaceId: "t" }],
    [
      "workspace.reactivated",
      { status: "suspended", reason: "Unpaid" },
      "workspace.suspend",
      { workspaceId: "t", reason: "Unpaid" },
    ],
    ["workspace.archived", { status: "active" }, "workspace.restore", { workspaceId: "t" }],
    ["workspace.restored", { status: "archived" }, "workspace.archive", { workspaceId: "t" }],
    ["organization.updated", { industry: "Shipping" }, "organization.update", { industry: "Shipping" }],
    [
      "organization.rulesChanged",
      { adminsDemoteAdmins: false },
      "organization.setRules",
      { adminsDemoteAdmins: false },
    ],
    ["organization.deletionScheduled", { status: "active" }, "deletion.restore", {}],
    ["role.updated", { rank: 5 }, "role.update", { role: "t", rank: 5 }],
    ["invitation.sent", null, "invitation.revoke", { invitationId: "t" }],
    ["invitation.revoked", { status: "pending" }, "invitation.reinstate", { invitationId: "t" }],
    ["invitation.reinstated", { status: "revoked" }, "invitation.revoke", { invitationId: "t" }],
  ])("%s", (action, before, operation, input) => {
    expect(inverseOf(event(action, before))).toMatchObject({ ok: true, command: { operation, input } });
  });

  test("chosen workspaces are named by their slugs, whose ids may have to be looked up", () => {
    const before = { workspaces: "chosen", chosenWorkspaces: ["acme", "globex"], futureWorkspaces: false };
    const inverse = inverseOf(event("member.workspaceAccessChanged", before));
    expect(inverse).toMatchObject({ command: { input: { scope: "chosen" }, slugs: ["acme", "globex"] } });
  });

  test.each([
    ["workspace.deleted", "permanent"],
    ["role.deleted", "merged"],
    ["invitation.resent", "sent"],
    ["organization.presetSwitched", "choice"],
    ["organization.restored", "choice"],
    ["organization.logoRemoved", "permanent"],
    ["member.notesChanged", "unlogged"],
    ["member.accessExpired", "choice"],
    ["ownership.transferred", "choice"],
    ["member.left", "consent"],
    ["something.new", "never"],
  ])("%s has none: %s", (action, why) => {
    expect(inverseOf(event(action))).toEqual({ ok: false, why });
  });

  test("a logo that took the place of another cannot be taken back: the other is not kept", () => {
    expect(inverseOf(event("organization.logoChanged", { logo: "a" }))).toEqual({ ok: false, why: "permanent" });
  });

  test.each([
    ["nobody had", {}, { ok: true, command: { operation: "role.create", input: { name: "Billing", rank: 5 } } }],
    ["somebody had", { active: 1 }, { ok: false, why: "merged" }],
    ["somebody would come back with", { removed: 1 }, { ok: false, why: "merged" }],
    ["somebody is invited with", { invitations: 1 }, { ok: false, why: "merged" }],
  ])("a deleted role that %s", (_, use, inverse) => {
    const after = { reassignedTo: "Member", active: 0, deactivated: 0, removed: 0, invitations: 0, ...use };
    expect(inverseOf({ ...event("role.deleted", { name: "Billing", rank: 5 }), after })).toEqual(inverse);
  });

  test.each(Object.keys(auditActions))("of %s is a command that exists, if there is one", (action) => {
    const inverse = inverseOf(event(action, { role: "member" }));
    expect([...changeNames, null]).toContain(inverse.ok ? inverse.command.operation : null);
  });
});
