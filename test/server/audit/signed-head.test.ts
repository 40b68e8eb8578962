import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealedOf } from "#contract/entities/auditEvent.ts";
import { textOf } from "#domain/audit/chain.ts";
import { isSigned, leadsTo } from "#domain/audit/head.ts";
import { openSigningKey, publicKeyOf } from "#server/audit/signing-key.ts";
import { sha256, verifies } from "#test/support/signatures.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";

describe("a head over HTTP", () => {
  let server: TestServer;
  let owner: Person;
  let organizationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    owner = await server.person("Olivia Owner");
    const { value } = await server.call("organization.create", { name: "Northwind" }, { as: owner });
    organizationId = value?.id ?? "";
    await server.call("organization.update", { organizationId, industry: "Shipping" }, { as: owner });
  });
  afterAll(async () => server.stop());

  it("is signed by the server's key and names the last event", async () => {
    const { value: head } = await server.call("auditEvent.head", { organizationId }, { as: owner });
    const { value: last } = await server.call("auditEvent.get", { organizationId, revision: 2 }, { as: owner });
    expect(head).toMatchObject({ organizationId, revision: 2, hash: last?.hash, rotations: [] });
    expect(head?.publicKey).toBe(publicKeyOf(server.services.signingKey.key));
    expect(head && isSigned(head, organizationId, { sha256, verify: verifies })).toBe(true);
  });

  it("comes with its events in order, from anywhere, none beyond the end", async () => {
    const revisions = async (fromRevision: number, limit: number) => {
      const { value } = await server.call("auditEvent.range", { organizationId, fromRevision, limit }, { as: owner });
      return value?.items.map(({ text }) => Number(text.split(",")[1]));
    };
    expect(await revisions(1, 10)).toEqual([1, 2]);
    expect(await revisions(1, 1)).toEqual([1]);
    expect(await revisions(2, 10)).toEqual([2]);
    expect(await revisions(3, 10)).toEqual([]);
  });

  it("comes with the very texts that the events are hashed as", async () => {
    const { value: listed } = await server.call("auditEvent.list", { organizationId }, { as: owner });
    const { value: range } = await server.call("auditEvent.range", { organizationId, fromRevision: 1 }, { as: owner });
    const events = listed?.items.toReversed().map(sealedOf) ?? [];
    expect(range?.items).toEqual(events.map(textOf));
    expect(range?.items.map(({ previousHash, text }) => sha256(previousHash + text))).toEqual(
      events.map(({ hash }) => hash),
    );
  });

  it("is nothing for strangers", async () => {
    const stranger = await server.person("Sam Stranger");
    const head = await server.call("auditEvent.head", { organizationId }, { as: stranger });
    const range = await server.call("auditEvent.range", { organizationId, fromRevision: 1 }, { as: stranger });
    expect([head.fault?.kind, range.fault?.kind]).toEqual(["notFound", "notFound"]);
  });
});

describe("the signing key", () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "orgdesk-key-"));
    onTestFinished(async () => rm(dataDir, { recursive: true, force: true }));
  });
  const pem = (key = generateKeyPairSync("ed25519").privateKey) =>
    key.export({ type: "pkcs8", format: "pem" }).toString();

  it("is made once and kept, readable by its user only", async () => {
    const made = await openSigningKey({ dataDir });
    const again = await openSigningKey({ dataDir });
    expect(publicKeyOf(again.key)).toBe(publicKeyOf(made.key));
    expect(await readdir(dataDir)).toEqual(["audit-key.json"]);
    expect((await stat(join(dataDir, "audit-key.json"))).mode & 0o777).toBe(0o600);
  });

  it("is vouched for by every one before it when it is rotated", async () => {
    const first = await openSigningKey({ dataDir });
    await openSigningKey({ dataDir, rotate: true });
    const { key, rotations } = await openSigningKey({ dataDir, rotate: true });
    expect(rotations).toHaveLength(2);
    expect(leadsTo(publicKeyOf(first.key), publicKeyOf(key), rotations, verifies)).toBe(true);
  });

  it("can be given, with the one before it, and then leaves nothing on the disk", async () => {
    const former = generateKeyPairSync("ed25519").privateKey;
    const next = generateKeyPairSync("ed25519").privateKey;
    const base64 = next.export({ type: "pkcs8", format: "der" }).toString("base64");
    const opened = await openSigningKey({ dataDir, given: base64, formerlyGiven: pem(former) });
    expect(publicKeyOf(opened.key)).toBe(publicKeyOf(next));
    expect(leadsTo(publicKeyOf(former), publicKeyOf(next), opened.rotations, verifies)).toBe(true);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each([
    ["no key", "not-a-key"],
    [
      "another kind of key",
      generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    ],
  ])("is refused where %s is given, without repeating it", async (_what, given) => {
    const refusal = await openSigningKey({ dataDir, given }).catch(String);
    expect(refusal).toMatch(/^Error: ORGDESK_AUDIT_KEY holds no Ed25519 private key/);
    expect(refusal).not.toContain(given);
  });

  it("is never replaced silently where the file is damaged", async () => {
    const file = join(dataDir, "audit-key.json");
    await writeFile(file, "{}");
    await expect(openSigningKey({ dataDir })).rejects.toThrow(/holds no signing key/);
    expect(await readFile(file, "utf8")).toBe("{}");
  });
});
