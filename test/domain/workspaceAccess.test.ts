import fc from "fast-check";
import {
  accessScopes,
  isGiven,
  noAccess,
  resolveAccess,
  sees,
  type WorkspaceAccess,
  type WorkspaceFacts,
} from "#domain/workspaceAccess.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import { describe, expect, test } from "vitest";

const old = { id: "old", status: "active", revision: 3 } as const;
const chosen = { id: "chosen", status: "active", revision: 4 } as const;
const later = { id: "later", status: "active", revision: 11 } as const;
const rule = (scope: WorkspaceAccess["scope"], future: boolean): WorkspaceAccess => ({
  scope,
  workspaceIds: scope === "chosen" ? ["chosen"] : [],
  future,
  since: 10,
});

describe("a rule of access", () => {
  test.each([
    ["all", true, ["old", "chosen", "later"]],
    ["all", false, ["old", "chosen"]],
    ["chosen", true, ["chosen", "later"]],
    ["chosen", false, ["chosen"]],
    ["none", true, ["later"]],
    ["none", false, []],
  ] as const)("%s, future ones %s: %j", (scope, future, ids) => {
    expect(resolveAccess(rule(scope, future), [old, chosen, later]).map(({ id }) => id)).toEqual(ids);
  });

  test("a workspace created by the very change that set the rule is a current one", () => {
    expect(isGiven(rule("all", false), { id: "same", revision: 10 })).toBe(true);
    expect(isGiven(rule("none", true), { id: "same", revision: 10 })).toBe(false);
  });

  test("archived ones are nobody's to use, suspended ones wait", () => {
    const workspaces = workspaceStatuses.map((status) => ({ ...old, status }));
    expect(resolveAccess(rule("all", true), workspaces).map(({ status }) => status)).toEqual(["active", "suspended"]);
  });
});

describe("who sees a workspace", () => {
  const own = rule("chosen", false);
  test.each([
    ["edits and views all", { viewAll: true, edit: true }, ["active", "suspended", "archived"], 3],
    ["views all", { viewAll: true, edit: false }, ["active", "suspended"], 2],
    ["edits their own", { viewAll: false, edit: true }, ["active", "suspended", "archived"], 0],
    ["works in their own", { viewAll: false, edit: false }, ["active"], 0],
  ])("who %s", (_, may, statuses, ofOthers) => {
    const sight = { ...may, access: own };
    const seen = (workspace: WorkspaceFacts) =>
      workspaceStatuses.filter((status) => sees(sight, { ...workspace, status }));
    expect(seen(chosen)).toEqual(statuses);
    expect(seen(old)).toHaveLength(ofOthers);
  });
});

const anyAccess = fc.record({
  scope: fc.constantFrom(...accessScopes),
  workspaceIds: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")),
  future: fc.boolean(),
  since: fc.nat(20),
});
const anyWorkspaces = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    status: fc.constantFrom(...workspaceStatuses),
    revision: fc.integer({ min: 1, max: 20 }),
  }),
  { selector: ({ id }) => id },
);

describe("for any rule and any workspaces", () => {
  test("no access gives nothing, and future ones never take anything away", () => {
    fc.assert(
      fc.property(anyAccess, anyWorkspaces, (access, workspaces) => {
        expect(resolveAccess(noAccess, workspaces)).toEqual([]);
        const without = resolveAccess({ ...access, future: false }, workspaces);
        const withFuture = resolveAccess({ ...access, future: true }, workspaces);
        expect(withFuture).toEqual(expect.arrayContaining(without));
      }),
    );
  });

  test("who sees a workspace without viewing all was given it", () => {
    fc.assert(
      fc.property(anyAccess, anyWorkspaces, fc.boolean(), (access, workspaces, edit) => {
        const seen = workspaces.filter((workspace) => sees({ viewAll: false, edit, access }, workspace));
        expect(seen.every((workspace) => isGiven(access, workspace))).toBe(true);
        const all = workspaces.filter((workspace) => sees({ viewAll: true, edit, access: noAccess }, workspace));
        expect(all).toEqual(expect.arrayContaining(seen));
      }),
    );
  });
});
