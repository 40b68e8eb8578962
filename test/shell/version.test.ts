import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "#main/shell/version.ts";
import { z } from "zod";
import { expect, test } from "vitest";

test("the desktop says the version of its package", () => {
  const text = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
  expect(z.object({ version: z.string() }).parse(JSON.parse(text)).version).toBe(version);
});
