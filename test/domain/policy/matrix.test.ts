import { describe, expect, it } from "vitest";
import { explain } from "#domain/policy/explain.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { permissions } from "#domain/policy/permissions.ts";
import { byRank, hasPermission, policyOf } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";

describe.each(presetKeys)("the matrix of %s", (key) => {
  const policy = policyOf(key);
  const matrix = matrixOf(policy);

  it("shows what decisions do", () => {
    for (const row of matrix.sections.flatMap((section) => section.rows)) {
      for (const [role, cell] of Object.entries(row.cells)) {
        for (const permission of row.permissions) {
          expect([row.label, hasPermission(policy, role, permission)]).toEqual([row.label, cell.allowed]);
        }
      }
    }
  });

  it("has its columns highest first, as roles are listed everywhere", () => {
    expect(matrix.roles.map((role) => role.key)).toEqual(byRank(policy));
  });

  it("explains every permission as it is decided", () => {
    for (const role of matrix.roles) {
      for (const permission of permissions) {
        const explanation = explain(policy, role.key, permission);
        expect(explanation.allowed).toBe(explanation.roles.includes(role.key));
        expect(explanation.allowed).toBe(explanation.rows.some((row) => row.cells[role.key]?.allowed));
      }
    }
  });
});

describe("explain", () => {
  it("names whoever can give one of the roles that hold it, also where they cannot give each", () => {
    expect(explain(policyOf("agency"), "member", "member.view").grantors).toEqual(["owner", "admin"]);
  });

  it("names footnotes and who could grant", () => {
    const explanation = explain(policyOf("agency"), "member", "workspace.viewAll");
    expect(explanation.notes).toEqual(["Members can only view brands they're assigned to"]);
    expect(explanation.roles).toEqual(["owner", "admin"]);
    expect(explanation.grantors).toEqual(["owner"]);
  });
});
