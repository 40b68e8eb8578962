import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createEmbeddedServer } from "#main/embedded/embedded-server.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { collectingLogger } from "../support/logger.ts";
import { testPrograms, writeProgram } from "../support/programs.ts";

// A server as the desktop sees it: can be asked to end once it prints its address, as the real one can, logs, and
// leaves a mark when it ends cleanly.
const server = `
import { writeFileSync, appendFileSync } from "node:fs";
const folder = process.argv[process.argv.indexOf("--data-dir") + 1];
appendFileSync(folder + "/starts", process.pid + "\\n");
process.on("SIGTERM", () => { writeFileSync(folder + "/clean", ""); process.exit(0); });
console.error('{"msg":"hello from the log"}');
console.log("a line that is not the address");
console.log(JSON.stringify({ url: "http://127.0.0.1:" + (40000 + (process.pid % 20000)) }));
console.log("later lines are let through");
setInterval(() => {}, 1000);
`;

function setUp(source: string) {
  const folder = testFolder();
  const { start, started } = testPrograms();
  const addresses: (string | null)[] = [];
  const embedded = createEmbeddedServer({
    start,
    program: writeProgram(folder, "server.mjs", source),
    folder,
    logger: collectingLogger(),
    onAddress: (url) => addresses.push(url),
    delays: { firstMs: 20, mostMs: 100 },
  });
  return { folder, started, addresses, embedded };
}

test("gives the address, keeps the log, and ends cleanly", async () => {
  const { folder, embedded } = setUp(server);
  expect(await embedded.start()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await embedded.stop();
  expect(existsSync(join(folder, "clean"))).toBe(true);
  expect(readFileSync(join(folder, "server.log"), "utf8")).toContain("hello from the log");
});

test("a log that cannot be written neither ends the desktop nor stops the server", async () => {
  const talkative = `for (let line = 0; line < 5_000; line++) console.error("x".repeat(200));\n${server}`;
  const { folder, embedded } = setUp(talkative);
  mkdirSync(join(folder, "server.log"));
  expect(await embedded.start()).toMatch(/^http:/);
  await embedded.stop();
  expect(existsSync(join(folder, "clean"))).toBe(true);
});

test("a crash brings it back at its new address", async () => {
  const { started, addresses, embedded } = setUp(server);
  const first = await embedded.start();
  started[0]?.signal("kill");
  await eventually(() => expect(addresses).toEqual([null, expect.any(String)]));
  expect(addresses[1]).not.toBe(first);
  await embedded.stop();
  expect(started).toHaveLength(2);
});

test("one that cannot start gives no address and is not tried for ever", async () => {
  const { started, embedded } = setUp("process.exit(2)");
  expect(await embedded.start()).toBeNull();
  await embedded.stop();
  expect(started).toHaveLength(1);
});

test("an address elsewhere is not taken", async () => {
  const { embedded } = setUp(`console.log('{"url":"http://10.0.0.1:80"}')`);
  expect(await embedded.start()).toBeNull();
});

test("a program ends when the desktop that holds its leash is gone", async () => {
  const folder = testFolder();
  const target = writeProgram(folder, "server.mjs", server);
  const desktop = writeProgram(
    folder,
    "desktop.mjs",
    `
    import { nodePrograms } from ${JSON.stringify(join(import.meta.dirname, "../../../src/main/embedded/process.ts"))};
    const leash = ${JSON.stringify(join(import.meta.dirname, "../../../src/main/embedded/leash.ts"))};
    nodePrograms(leash)(${JSON.stringify(target)}, ["--data-dir", ${JSON.stringify(folder)}]).stdout.pipe(process.stdout);
    setInterval(() => {}, 1000);
    `,
  );
  const { start } = testPrograms();
  const parent = start(desktop, []);
  await eventually(() => expect(existsSync(join(folder, "starts"))).toBe(true));
  parent.signal("kill");
  await eventually(() => expect(existsSync(join(folder, "clean"))).toBe(true));
});
