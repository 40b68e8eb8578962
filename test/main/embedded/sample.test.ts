import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { prepareSample } from "#main/embedded/sample.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { testPrograms, writeProgram } from "../support/programs.ts";

const signIn = { email: "manager@sample.example", password: "an invented password" };
const generator = `console.log("filling"); console.log(${JSON.stringify(JSON.stringify(signIn))});`;
const never = () => new AbortController().signal;

test("is filled once and remembered, for this person alone", async () => {
  const folder = testFolder();
  const { start, started } = testPrograms();
  const program = writeProgram(folder, "sample.mjs", generator);
  const home = join(folder, "sample");
  const first = await prepareSample(start, program, home, never());
  expect(first).toEqual({ folder: expect.stringContaining(home), signIn });
  expect(await prepareSample(start, program, home, never())).toEqual(first);
  expect(started).toHaveLength(1);
  expect(statSync(join(home, "sample.json")).mode & 0o777).toBe(0o600);
});

test.each([
  ["breaks", "process.exit(1)"],
  ["says nothing", ""],
  ["fails after saying how to sign in", `${generator} process.exitCode = 1;`],
])("one that %s is not kept, and the next begins in another folder", async (_, source) => {
  const folder = testFolder();
  const { start } = testPrograms();
  const home = join(folder, "sample");
  expect(await prepareSample(start, writeProgram(folder, "bad.mjs", source), home, never())).toBeNull();
  expect(existsSync(join(home, "sample.json"))).toBe(false);
  expect(await prepareSample(start, writeProgram(folder, "good.mjs", generator), home, never())).toMatchObject({
    signIn,
  });
});

test("stopping ends the program", async () => {
  const folder = testFolder();
  const { start, started } = testPrograms();
  const abort = new AbortController();
  const program = writeProgram(folder, "slow.mjs", "setInterval(() => {}, 1000)");
  const preparing = prepareSample(start, program, join(folder, "sample"), abort.signal);
  await eventually(() => expect(started).toHaveLength(1));
  abort.abort();
  expect(await preparing).toBeNull();
  expect(await started[0]?.ended).toBeNull();
});
