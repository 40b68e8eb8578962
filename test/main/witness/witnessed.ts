import { sql, type RawBuilder } from "kysely";
import { generateKeyPairSync } from "node:crypto";
import { sealedOf } from "#contract/entities/auditEvent.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { WitnessStatus } from "#contract/entities/witness.ts";
import { hashOf } from "#domain/audit/chain.ts";
import { rotationText } from "#domain/audit/head.ts";
import { createRemote, type Remote } from "#main/remote/remote.ts";
import { memorySecrets } from "../support/secrets.ts";
import type { Pace } from "#main/witness/rounds.ts";
import { createWitnessStore } from "#main/witness/store.ts";
import { createWitness } from "#main/witness/witness.ts";
import { append, lockChain } from "#server/dispatch/audit.ts";
import { publicKeyOf, signText, type SigningKey } from "#server/audit/signing-key.ts";
import { eventually } from "#test/support/eventually.ts";
import { sha256 } from "#test/support/signatures.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { onTestFinished } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { collectingLogger } from "../support/logger.ts";
import { heldTokens } from "../support/tokens.ts";

/** A log of a real server, with the rights of whoever owns its database. */
export async function tamperedServer(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(options);
  onTestFinished(async () => await server.stop());
  const url = await server.app.listen({ port: 0, host: "127.0.0.1" });
  return { server, url };
}

export const aKey = () => ({ key: generateKeyPairSync("ed25519").privateKey, rotations: [] });

/** A new key that the one before vouches for, and with it all before that. */
export function followed(former: SigningKey): SigningKey {
  const { key } = aKey();
  const statement = { from: publicKeyOf(former.key), to: publicKeyOf(key), at: new Date().toISOString() };
  const signature = signText(rotationText(statement), former.key);
  return { key, rotations: [...former.rotations, { ...statement, signature }] };
}

const events = 9;

/** A log of nine events that a desktop has looked at once. */
export async function scene(options: Parameters<typeof tamperedServer>[0] = {}) {
  const { server, url } = await tamperedServer(options);
  const owner = await server.person("Olivia Owner");
  const organizationId = await organizationOf(server, owner, events);
  const desktop = testWitness(url, owner);
  const first = await desktop.look(organizationId);
  const list = async () => {
    const listed = await server.call("auditEvent.list", { organizationId, limit: 200 }, { as: owner });
    return listed.value?.items.toReversed() ?? [];
  };
  const attack = intruder(server, organizationId);
  return { server, url, owner, organizationId, desktop, first, log: await list(), list, attack };
}

/** An organization with `events` audit events. */
export async function organizationOf(server: TestServer, owner: Person, events: number): Promise<string> {
  const { value } = await server.call("organization.create", { name: "Northwind" }, { as: owner });
  const organizationId = value?.id ?? "";
  for (let index = 2; index <= events; index++) await rename(server, owner, organizationId, `Northwind ${index}`);
  return organizationId;
}

/** Writes events as the server does, many at once. */
export async function grow({ services: { pools } }: TestServer, organizationId: string, count: number): Promise<void> {
  const target = { type: "organization", id: organizationId, name: "Northwind" } as const;
  const entries = Array.from({ length: count }, (_, index) => ({ target, before: null, after: { round: index } }));
  const by = { actor: { accountId: null, name: "Olivia Owner" }, requestId: "", at: new Date() };
  await pools.system.transaction().execute(async (db) => {
    await append(db, await lockChain(db, organizationId), "organization.updated", entries, by);
  });
}

export async function rename(server: TestServer, owner: Person, organizationId: string, name: string): Promise<void> {
  await server.call("organization.update", { organizationId, name }, { as: owner });
}

/** What somebody with the database's password can do. */
export function intruder({ services: { pools } }: TestServer, organizationId: string) {
  const db = pools.system;
  const unguarded = async () => await sql`alter table audit_events disable trigger user`.execute(db);
  const where = (revision: number) => sql`where organization_id = ${organizationId} and revision = ${revision}`;
  const moveHead = async (revision: number, hash: string) => {
    await sql`alter table organizations drop constraint if exists organizations_revision_check`.execute(db);
    await sql`update organizations set revision = ${revision}, chain_head = ${hash} where id = ${organizationId}`.execute(
      db,
    );
  };
  return {
    rewrite: async (revision: number) => {
      await unguarded();
      await sql`update audit_events set actor_name = 'Mallory' ${where(revision)}`.execute(db);
    },
    /** Writes into an event what no server would. */
    distort: async (revision: number, assignment: RawBuilder<unknown>) => {
      await unguarded();
      await sql`update audit_events set ${assignment} ${where(revision)}`.execute(db);
    },
    moveHead,
    /** Changes an event's columns and leaves the text that its hash covers. */
    rewriteBesideText: async (revision: number) => {
      await unguarded();
      await sql`alter table audit_events alter column sealed drop expression`.execute(db);
      await sql`update audit_events set actor_name = 'Mallory' ${where(revision)}`.execute(db);
    },
    cut: async (events: readonly AuditEvent[], after: number) => {
      await unguarded();
      await sql`delete from audit_events where organization_id = ${organizationId} and revision > ${after}`.execute(db);
      await moveHead(after, events.find(({ revision }) => revision === after)?.hash ?? "");
    },
    /** Changes an event and seals it and every later one anew, as the server would have. */
    reseal: async (events: readonly AuditEvent[], from: number, name = "Mallory") => {
      await unguarded();
      let previousHash = events.find(({ revision }) => revision === from)?.previousHash ?? "";
      for (const event of events.filter(({ revision }) => revision >= from)) {
        const actorName = event.revision === from ? name : event.actor.name;
        const hash = hashOf(previousHash, { ...sealedOf(event), actorName }, sha256);
        await sql`update audit_events set actor_name = ${actorName}, previous_hash = ${previousHash}, hash = ${hash}
          ${where(event.revision)}`.execute(db);
        previousHash = hash;
      }
      await moveHead(events.at(-1)?.revision ?? 0, previousHash);
    },
  };
}

/** No stretch of the past is due while a test runs. */
const atRest: Pace = { roundMs: 3_600_000, pauseMs: 3_600_000 };

/** The witness of one desktop; `folder` and `serverKey` are the same for one that starts again. */
export function testWitness(
  url: string,
  person: Person,
  {
    folder = testFolder(),
    serverKey = "server",
    gapMs = 0,
    pace = atRest,
    online = (): boolean => true,
    through = (remote: Remote): Remote => remote,
  } = {},
) {
  const told: { organizationId: string; status: WitnessStatus }[] = [];
  const log = collectingLogger();
  const remote = through(createRemote({ baseUrl: () => url, tokens: heldTokens(person.token, null) }));
  const store = createWitnessStore(memorySecrets(), serverKey, folder);
  const witness = createWitness({
    remote,
    store,
    kept: async () => null,
    onStatus: (organizationId, status) => told.push({ organizationId, status }),
    logger: log,
    online,
    gapMs,
    pace,
  });
  witness.start();
  onTestFinished(() => witness.stop());
  /** Has the witness look at everything, and gives what it tells of one organization. */
  const look = async (organizationId: string): Promise<WitnessStatus> => {
    const before = told.length;
    witness.heard({ type: "ready" });
    return await eventually(() => {
      const found = told.slice(before).find((one) => one.organizationId === organizationId);
      if (found === undefined) throw new Error("Nothing was told yet");
      return found.status;
    });
  };
  return { witness, store, remote, folder, told, log, look };
}
