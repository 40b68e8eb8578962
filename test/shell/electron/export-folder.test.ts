import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { exportFolder } from "#main/shell/electron/export-folder.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

test("an export never overwrites a file, and appears only when whole", async () => {
  const folder = testFolder();
  writeFileSync(join(folder, "audit-log.csv"), "mine");
  const file = await exportFolder(folder).create("audit-log.csv");
  file.stream.end("rows");
  await finished(file.stream);
  expect(readdirSync(folder).filter((name) => name.endsWith(".csv"))).toEqual(["audit-log.csv"]);
  expect(await file.finish()).toBe(join(folder, "audit-log (2).csv"));
  expect(readFileSync(join(folder, "audit-log (2).csv"), "utf8")).toBe("rows");
  expect(readFileSync(join(folder, "audit-log.csv"), "utf8")).toBe("mine");
});

test("a discarded export leaves nothing", async () => {
  const folder = testFolder();
  const file = await exportFolder(folder).create("audit-log.csv");
  file.stream.end("rows");
  await finished(file.stream);
  await file.discard();
  expect(readdirSync(folder)).toEqual([]);
});
