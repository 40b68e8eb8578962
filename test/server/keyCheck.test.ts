import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { leadsTo } from "#domain/audit/head.ts";
import { sealingUnder } from "#server/accounts/sealing.ts";
import { openSigningKey, publicKeyOf } from "#server/audit/signing-key.ts";
import { checkKeys, type ServerKeys } from "#server/key-check.ts";
import { createLog } from "#server/log.ts";
import { readOptions } from "#server/options.ts";
import { startServer } from "#server/server.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { verifies } from "#test/support/signatures.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertAccount } from "./storage/rows.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pools: Pools;
const folders: string[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
});
afterEach(async () => {
  await pools.close();
  await database.drop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const newFolder = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-keys-"));
  folders.push(folder);
  return folder;
};

function newKeys(change: Partial<ServerKeys> = {}): ServerKeys {
  const secret = randomBytes(32);
  const signing = { key: generateKeyPairSync("ed25519").privateKey, rotations: [] };
  return { secret, sealing: sealingUnder(secret), signing, acceptNew: false, ...change };
}

const check = async (keys: ServerKeys) => checkKeys(pools.system, keys);

test("the first start tells the database its keys; the same keys fit again, also on two servers at once", async () => {
  const keys = newKeys();
  await Promise.all([check(keys), check(keys)]);
  await check(keys);
  const stored = await pools.system.selectFrom("server_keys").select(["name", "fingerprint"]).orderBy("name").execute();
  expect(stored.map(({ name }) => name)).toEqual(["audit", "secret"]);
  expect(JSON.stringify(stored)).not.toContain(keys.secret.toString("hex"));
});

test("another secret key is refused, and taken only on purpose", async () => {
  const keys = newKeys();
  await check(keys);
  const other = { ...keys, secret: randomBytes(32) };
  await expect(check(other)).rejects.toThrow(/ORGDESK_SECRET_KEY.*--accept-new-keys/);
  await check({ ...other, acceptNew: true });
  await check(other);
  await expect(check(keys)).rejects.toThrow(/ORGDESK_SECRET_KEY/);
});

test("a database that was never told its key is judged by what was sealed in it", async () => {
  const keys = newKeys();
  const accountId = await insertAccount(pools.system, "dana@example.com");
  const secret = keys.sealing.seal(Buffer.from("secret"), accountId);
  await pools.system
    .insertInto("two_factors")
    .values({ account_id: accountId, secret, started_at: new Date(), confirmed_at: null })
    .execute();
  await expect(check(newKeys())).rejects.toThrow(/two-factor/);
  expect(await pools.system.selectFrom("server_keys").select("name").execute()).toEqual([]);
  await check(keys);
});

test("another audit key is refused unless the former one vouches for it", async () => {
  const dataDir = await newFolder();
  const first = await openSigningKey({ dataDir });
  const keys = newKeys({ signing: first });
  await check(keys);
  await expect(check({ ...keys, signing: newKeys().signing })).rejects.toThrow(/ORGDESK_AUDIT_FORMER_KEY/);
  const rotated = await openSigningKey({ dataDir, rotate: true });
  await check({ ...keys, signing: rotated });
  // Whoever still runs with the former key would sign what nobody believes any more.
  await expect(check({ ...keys, signing: first })).rejects.toThrow(/audit logs/);
  await check({ ...keys, signing: first, acceptNew: true });
  await check({ ...keys, signing: first });
});

test("every rotation is remembered, also where a key is given with the one before it alone, or with none", async () => {
  const [first, second, third] = [newKeys().signing, newKeys().signing, newKeys().signing];
  const given = async (key: typeof first, former?: typeof first) => {
    const pem = (one: typeof first) => one.key.export({ type: "pkcs8", format: "pem" }).toString();
    const dataDir = await newFolder();
    return openSigningKey({ dataDir, given: pem(key), formerlyGiven: former ? pem(former) : null });
  };
  const keys = newKeys();
  const opened = async (key: typeof first, former?: typeof first) =>
    check({ ...keys, signing: await given(key, former) });
  await opened(first);
  await opened(second, first);
  await opened(second, first);
  await opened(third, second);
  const { key, rotations } = await opened(third);
  expect(rotations).toHaveLength(2);
  expect(leadsTo(publicKeyOf(first.key), publicKeyOf(key), rotations, verifies)).toBe(true);
  await expect(opened(first)).rejects.toThrow(/audit logs/);
});

test("a server with the keys of another data folder does not start on the database", async () => {
  const start = async (folder: string, ...more: readonly string[]) => {
    const options = readOptions(["--port", "0", "--data-dir", folder, ...more], { DATABASE_URL: database.url });
    return startServer(options, createLog("silent"));
  };
  const [mine, foreign] = [await newFolder(), await newFolder()];
  await (await start(mine)).stop();
  await expect(start(foreign)).rejects.toThrow(/ORGDESK_SECRET_KEY/);
  await (await start(mine)).stop();
  await (await start(foreign, "--accept-new-keys")).stop();
});
