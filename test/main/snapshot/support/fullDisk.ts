import { DatabaseSync } from "node:sqlite";
import { vi } from "vitest";

/** The disk takes nothing any more, from now on or after so many writings; until mocks are restored. */
export function fullDisk(after = 0): void {
  let left = after;
  const exec = Reflect.get(DatabaseSync.prototype, "exec");
  vi.spyOn(DatabaseSync.prototype, "exec").mockImplementation(function (this: DatabaseSync, sql) {
    if (sql === "begin immediate" && (left -= 1) < 0) {
      throw Object.assign(new Error("database or disk is full"), { errcode: 13 });
    }
    exec.call(this, sql);
  });
}
