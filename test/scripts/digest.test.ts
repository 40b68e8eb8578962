import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { digestOf } from "../../scripts/support/digest.mjs";

let folder = "";
const digest = () => digestOf(folder, ["src", "package.json"]);
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orgdesk-digest-"));
  mkdirSync(join(folder, "src/domain"), { recursive: true });
  write("src/domain/plan.ts", "export const seats = 5;");
  write("package.json", "{}");
});

afterEach(() => rmSync(folder, { recursive: true }));

it("stays the same when a file is written again with the same text", () => {
  const before = digest();
  write("src/domain/plan.ts", "export const seats = 5;");
  expect(digest()).toBe(before);
});

it.each([
  ["a changed file", () => write("src/domain/plan.ts", "export const seats = 6;")],
  ["a new file", () => write("src/domain/role.ts", "")],
  ["a renamed file", () => renameSync(join(folder, "src/domain/plan.ts"), join(folder, "src/domain/plans.ts"))],
  ["a missing file", () => rmSync(join(folder, "package.json"))],
])("changes with %s", (_, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});
