import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDownloads } from "#main/shell/browser/downloads.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

test("an export that a killed run left is removed at a later start, and none that is under way", async () => {
  const folder = join(testFolder(), "downloads");
  const downloads = createDownloads(folder);
  await downloads.sweep();
  mkdirSync(folder);
  for (const name of ["left", "under-way"]) writeFileSync(join(folder, name), "Ada Lovelace");
  const now = new Date();
  utimesSync(join(folder, "left"), 1, 1);
  utimesSync(join(folder, "under-way"), now, now);
  await downloads.sweep();
  expect(readdirSync(folder)).toEqual(["under-way"]);
});
