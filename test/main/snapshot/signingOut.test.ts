import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import type { FastifyReply } from "fastify";
import { expect, test } from "vitest";
import { acme, ada, grace, organizationId, secretMark, signedIn } from "../support/people.ts";
import { stubServer } from "../support/stub-server.ts";
import { machine } from "./support/desktops.ts";
import { factsAt, memberAt } from "./support/rows.ts";

/** Somebody signs out while their organization is being filled: enough of it came to be on the disk already. */
const batch = 10;
const counts = { workspaces: 0, members: 250, invitations: 0, events: 0 };
const facts: SnapshotFrame = { type: "facts", facts: { ...factsAt(7), organization: acme }, expected: counts };
const pages = Array.from({ length: 25 }, (_, page): SnapshotFrame => {
  const rows = Array.from({ length: batch }, (_row, row) => ({ ...memberAt(page * batch + row, 7), organizationId }));
  return { type: "members", rows };
});
const linesOf = (frames: readonly SnapshotFrame[]) => frames.map((frame) => `${JSON.stringify(frame)}\n`).join("");
const password = `${secretMark} otters hum at dawn`;

/** All that is on the disk of what belongs to a person. */
function everyFile(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return Buffer.concat(files).toString("latin1");
}

test("signing out while a fill is under way leaves nothing of it, in any window, and nothing comes after", async () => {
  let begun: FastifyReply | null = null;
  let person = ada;
  const server = await stubServer({
    "session.signIn": async () => signedIn(1, person),
    "session.signOut": async () => ({ ended: 1 }),
    "me.get": async () => person,
    "organization.list": async () => {
      const items = person === ada ? [acme] : [];
      return { items, next: null, total: items.length, matching: items.length };
    },
    "snapshot.fill": async (_, reply) => {
      begun = reply;
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "application/x-ndjson" });
      reply.raw.write(linesOf([facts, ...pages]));
    },
    "feed.follow": async (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "text/event-stream" });
      reply.raw.write('data: {"type":"ready"}\n\n');
    },
  });
  const place = machine();
  const desktop = place.desktop();
  const otherWindow: unknown[] = [];
  desktop.subscribe((event) => {
    if (event.type === "state") otherWindow.push(event.state.account?.id ?? null);
  });
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  await desktop.call("session.signIn", { email: ada.email, password });
  const progress = () => desktop.events.findLast((event) => event.type === "snapshot");
  await eventually(() => expect(progress()).toMatchObject({ rows: 250, expected: 250 }));
  expect(place.files()).toHaveLength(2);
  const raw = everyFile(place.folder);
  expect(raw.length).toBeGreaterThan(40_000);
  for (const word of ["Kilroy", "secret-client", ada.email, ada.name, acme.name, secretMark, organizationId]) {
    expect(raw.includes(word), word).toBe(false);
  }
  await desktop.call("session.signOut", { everywhere: false });
  expect(otherWindow.at(-1)).toBeNull();
  expect(place.files()).toEqual([]);
  expect(await place.secrets.read(`snapshot:${server.url}`)).toBeNull();
  expect(await place.secrets.read(`session:${server.url}`)).toBeNull();

  person = grace;
  await desktop.call("session.signIn", { email: grace.email, password });
  (begun as FastifyReply | null)?.raw.end(linesOf([{ type: "end", revision: 7, counts }]));
  await eventually(async () =>
    expect(await desktop.call("organization.list", {}, { prefer: "snapshot" })).toMatchObject({ ok: true }),
  );
  expect(await desktop.call("offline.get", {})).toMatchObject({ value: { organizations: [], hindered: [] } });
  await desktop.stop();
  expect(existsSync(join(place.folder, "snapshots"))).toBe(true);
  expect(everyFile(place.folder).length).toBeLessThan(raw.length);
});
