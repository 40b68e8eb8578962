import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { eventually } from "#test/support/eventually.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#server/storage/embedded/embedded.ts";
import { isAlive, readPostmaster } from "#server/storage/embedded/postmaster.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "orgdesk-embedded-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const cluster = () => path.join(folder, "postgres");

/** Starts a database in a process of its own, as the server would. */
function launchElsewhere() {
  const module = path.resolve("src/server/storage/embedded/embedded.ts");
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
    const { connectionString } = await startEmbedded(${JSON.stringify(folder)});
    console.log(connectionString); setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { server };
}

/** The same, once it runs. */
async function startElsewhere() {
  const { server } = launchElsewhere();
  const [line] = await once(server.stdout, "data");
  return { server, connectionString: String(line).trim() };
}

test("what was written is there after a stop and a second start, and nothing stays running", async () => {
  const first = await startEmbedded(folder);
  await query(first.connectionString, "create table kept as select 42 as answer");
  const postmaster = await readPostmaster(cluster());
  await first.stop();
  await first.stop();
  expect(isAlive(postmaster?.pid ?? 0)).toBe(false);

  const second = await startEmbedded(folder);
  expect(await query(second.connectionString, "select answer from kept")).toEqual([{ answer: 42 }]);
  expect(await query(second.connectionString, "show fsync")).toEqual([{ fsync: "on" }]);
  await second.stop();
});

test("where the path of its socket would be too long it listens on loopback", async () => {
  expect((await startEmbedded(folder).then(reached)).hostname).toBe(encodeURIComponent(cluster()));
  const deep = path.join(folder, "a".repeat(100));
  expect((await startEmbedded(deep).then(reached)).hostname).toBe("127.0.0.1");
});

/** Where a database that answers was reached; stops it. */
async function reached({ connectionString, stop }: EmbeddedDatabase): Promise<URL> {
  expect(await query(connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  return new URL(connectionString);
}

test("the password is random, private and needed", async () => {
  const { connectionString, stop } = await startEmbedded(folder);
  const file = path.join(folder, "database-password");
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(connectionString).toContain((await readFile(file, "utf8")).trim());
  const wrong = new URL(connectionString);
  wrong.password = "guessed";
  await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  await stop();
});

test("a second server on the same folder is refused in one sentence", async () => {
  const { server } = await startElsewhere();
  await expect(startEmbedded(folder)).rejects.toThrow(
    `Another Orgdesk server (process ${server.pid}) already uses ${folder}.`,
  );
  server.kill("SIGKILL");
  await once(server, "exit");
});

test("when the server is killed its database ends too, and the next start finds every commit", async () => {
  const { server, connectionString } = await startElsewhere();
  await query(connectionString, "create table committed as select 7 as value");
  const left = await readPostmaster(cluster());
  server.kill("SIGKILL");
  await once(server, "exit");
  await eventually(() => expect(isAlive(left?.pid ?? 0)).toBe(false));
  const next = await startEmbedded(folder);
  expect(await query(next.connectionString, "select value from committed")).toEqual([{ value: 7 }]);
  await next.stop();
});

test("a crash of everything at once leaves a stale pid file, even of a number that runs again", async () => {
  const { server, connectionString } = await startElsewhere();
  await query(connectionString, "create table committed as select 7 as value");
  const left = await readPostmaster(cluster());
  const pidFile = path.join(cluster(), "postmaster.pid");
  const text = await readFile(pidFile, "utf8");
  process.kill(left?.pid ?? 0, "SIGKILL");
  server.kill("SIGKILL");
  await once(server, "exit");
  await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));
  const next = await startEmbedded(folder);
  expect(await query(next.connectionString, "select value from committed")).toEqual([{ value: 7 }]);
  await next.stop();
});

test("a first start that was killed half way does not spoil the next", async () => {
  const { server } = launchElsewhere();
  await eventually(async () => {
    const begun = (await readdir(folder)).find((name) => name.startsWith("postgres.unfinished-"));
    await stat(path.join(folder, begun ?? "nothing", "PG_VERSION"));
  });
  server.kill("SIGKILL");
  await once(server, "exit");
  const next = await startEmbedded(folder);
  expect(await query(next.connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
  await next.stop();
});

test("Ctrl C in the terminal does not reach the database before the server stops it", async () => {
  const { connectionString, stop } = await startEmbedded(folder);
  const postmaster = await readPostmaster(cluster());
  const fields = (await readFile(`/proc/${postmaster?.pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
  expect(fields[2]).toBe(String(postmaster?.pid));
  expect(await query(connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
});
