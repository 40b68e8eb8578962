import { describe, expect, it } from "vitest";
import { permissions, systemPermissions, type Permission } from "#domain/policy/permissions.ts";
import { isWithin } from "#domain/policy/assigning.ts";
import { permissionsOf, policyOf } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";

describe.each(presetKeys)("preset %s", (key) => {
  const preset = presetOf(key);
  const policy = policyOf(key);
  const roleKeys = preset.roles.map((role) => role.key);

  it("is filed under its own key", () => {
    expect(preset.key).toBe(key);
  });

  it("gives every row a cell for every role, under a key of its own", () => {
    const keys = preset.rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of preset.rows) expect(Object.keys(row.cells)).toEqual(roleKeys);
  });

  it("never answers one permission in two ways", () => {
    const answersTo = (permission: Permission) => {
      const rows = preset.rows.filter((row) => row.permissions.includes(permission));
      return new Set(rows.map((row) => roleKeys.filter((role) => row.cells[role]?.allowed).join()));
    };
    expect(permissions.filter((permission) => answersTo(permission).size > 1)).toEqual([]);
  });

  it("grants every system permission to its owner class, but what it switches off", () => {
    const off = [
      ...(preset.deletion.mode === "off" ? ["organization.delete"] : []),
      ...(preset.ownershipTransfer ? [] : ["organization.transfer"]),
    ];
    for (const owner of preset.roles.filter((role) => role.ownerClass)) {
      const missing = systemPermissions.filter((permission) => !permissionsOf(policy, owner.key).has(permission));
      expect(missing.sort()).toEqual(off.sort());
    }
  });

  it("ranks its owner class highest, and its creator in it", () => {
    const top = Math.max(...preset.roles.map((role) => role.rank));
    expect(preset.roles.filter((role) => role.ownerClass).map((role) => role.rank)).toEqual([top]);
    expect(preset.roles.find((role) => role.key === preset.creatorRole)?.ownerClass).toBe(true);
  });

  it("lets nobody give more than they have", () => {
    for (const role of preset.roles) {
      const offered = preset.assignable[role.key] ?? [];
      expect([...(policy.assignable.get(role.key) ?? [])].sort()).toEqual([...offered].sort());
      for (const other of offered) {
        expect(isWithin(permissionsOf(policy, other), permissionsOf(policy, role.key))).toBe(true);
      }
    }
  });

  it("starts the invitation form with a role that whoever invites may give", () => {
    const inviters = roleKeys.filter((role) => permissionsOf(policy, role).has("member.invite"));
    expect(inviters.length).toBeGreaterThan(0);
    for (const role of inviters) expect(policy.assignable.get(role)).toContain(preset.defaultInvitationRole);
  });

  it("is memoised by its switches", () => {
    expect(policyOf(key, {})).toBe(policyOf(key, { switches: { adminsDemoteAdmins: false } }));
    expect(policyOf(key)).not.toBe(policyOf(key, { switches: { adminsDemoteAdmins: true } }));
  });
});
