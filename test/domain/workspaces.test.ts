import { statusAfter, workspaceStatuses, type WorkspaceAct } from "#domain/workspaces.ts";
import { describe, expect, test } from "vitest";

describe("the status of a workspace", () => {
  const table = [
    ["active", "suspend", "suspended"],
    ["active", "reactivate", null],
    ["active", "archive", "archived"],
    ["active", "restore", null],
    ["active", "delete", "deleted"],
    ["suspended", "suspend", null],
    ["suspended", "reactivate", "active"],
    ["suspended", "archive", "archived"],
    ["suspended", "restore", null],
    ["suspended", "delete", "deleted"],
    ["archived", "suspend", null],
    ["archived", "reactivate", null],
    ["archived", "archive", null],
    ["archived", "restore", "active"],
    ["archived", "delete", "deleted"],
  ] as const;

  test.each(table)("%s, %s: %s", (status, act, next) => {
    expect(statusAfter(status, act, false)).toBe(next);
  });

  test("one that was suspended when it was archived comes back suspended", () => {
    expect(statusAfter("archived", "restore", true)).toBe("suspended");
  });

  test.each([
    ["suspend", "reactivate"],
    ["archive", "restore"],
  ] as const)("%s is undone by %s", (act: WorkspaceAct, undo: WorkspaceAct) => {
    for (const status of workspaceStatuses) {
      const after = statusAfter(status, act, status === "suspended");
      if (after === null || after === "deleted") continue;
      expect(statusAfter(after, undo, status === "suspended")).toBe(status);
    }
  });
});
