import { describe, expect, it } from "vitest";
import { matrixOf } from "#domain/policy/matrix.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { outcome } from "./facts.ts";
import { table000 } from "./golden/000.ts";
import { table002 } from "./golden/002.ts";
import { footnotes004, table004 } from "./golden/004.ts";
import { readTable, type GoldenCell } from "./golden/read.ts";

const published: { preset: PresetKey; table: string; cells: number }[] = [
  { preset: "publishing", table: table000, cells: 24 },
  { preset: "operations", table: table002, cells: 28 },
  { preset: "agency", table: table004, cells: 39 },
];

function cellIn(preset: PresetKey, golden: GoldenCell) {
  const matrix = matrixOf(policyOf(preset));
  const section = matrix.sections.find(({ title }) => golden.section === null || title === golden.section);
  const row = section?.rows.find(({ label }) => label === golden.label);
  const role = matrix.roles.find(({ name }) => name === golden.role);
  return { row, role, cell: row?.cells[role?.key ?? ""] };
}

describe.each(published)("the published table of $preset", ({ preset, table, cells }) => {
  const golden = readTable(table);

  it(`has ${cells} cells`, () => {
    expect(golden).toHaveLength(cells);
  });

  it.each(golden)("$role: $label → $allowed", (one) => {
    const { row, role, cell } = cellIn(preset, one);
    expect(row?.source).toBe("document");
    expect(cell?.allowed).toBe(one.allowed);
    expect(cell?.note).toBe(footnotes004[one.mark] ?? null);
    expect(row?.permissions.length).toBeGreaterThan(0);
    for (const permission of row?.permissions ?? []) {
      const answer = outcome(preset, role?.key ?? "", { kind: "use", permission });
      expect(answer === "allowed").toBe(one.allowed);
    }
  });
});

describe("the footnotes of 004 as behaviour", () => {
  it("* Admins can only assign Member roles", () => {
    const target = { memberId: "target", role: "member", status: "active", ends: false } as const;
    expect(outcome("agency", "admin", { kind: "invite", role: "member" })).toBe("allowed");
    expect(outcome("agency", "admin", { kind: "invite", role: "admin" })).toBe("roleOutOfReach");
    expect(outcome("agency", "admin", { kind: "invite", role: "owner" })).toBe("roleOutOfReach");
    expect(outcome("agency", "admin", { kind: "changeRole", target, to: "owner" })).toBe("roleOutOfReach");
  });

  it("** Members can only view brands they're assigned to", () => {
    expect(outcome("agency", "member", { kind: "use", permission: "workspace.viewAll" })).toBe("missingPermission");
    expect(outcome("agency", "admin", { kind: "use", permission: "workspace.viewAll" })).toBe("allowed");
  });
});
