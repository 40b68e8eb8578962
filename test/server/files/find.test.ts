import path from "node:path";
import { expect, test } from "vitest";
import { findUpwards } from "#server/files/find.ts";

const root = path.resolve(import.meta.dirname, "../../..");

test("a file is found beside the program or in any folder above it", () => {
  expect(findUpwards("find.ts")).toBe(path.join(root, "src/server/files/find.ts"));
  expect(findUpwards("logo/worker.ts")).toBe(path.join(root, "src/server/logo/worker.ts"));
  expect(findUpwards("resources/fonts/Inter-Regular.otf")).toBe(path.join(root, "resources/fonts/Inter-Regular.otf"));
});

test("a file that no folder above holds is named", () => {
  expect(() => findUpwards("nowhere/evidence.js")).toThrow("nowhere/evidence.js is missing from this installation");
});
