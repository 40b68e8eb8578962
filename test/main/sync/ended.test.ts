import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { factsAt } from "../snapshot/support/rows.ts";
import { testDesktop } from "../support/desktop.ts";
import { acme, ada, organizationId, signedIn } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";

const facts = { ...factsAt(7), organization: acme };
const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
const frames: SnapshotFrame[] = [
  { type: "facts", facts, expected: counts },
  { type: "end", revision: 7, counts },
];
const gone = { kind: "notFound", what: "organization" } as const;

test("a fill that the server began before the membership ended leaves nothing of it here", async () => {
  let tell: (event: object) => void = () => undefined;
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let again = 0;
  const server = await stubServer({
    "session.signIn": async () => signedIn(),
    "me.get": async () => ada,
    "organization.list": async () => ({ items: [acme], next: null, total: 1, matching: 1 }),
    "snapshot.fill": async (_, reply) => {
      asked.resolve();
      await answer.promise;
      return await reply.send(frames.map((frame) => `${JSON.stringify(frame)}\n`).join(""));
    },
    "organization.changes": async (_, reply) => {
      again += 1;
      return await sendFault(reply, gone);
    },
    "feed.follow": async (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "text/event-stream" });
      tell = (event) => void reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
      tell({ type: "ready" });
    },
  });
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  await desktop.call("session.signIn", { email: "ada@example.com", password: "violet otters hum at dawn" });
  await asked.promise;
  const ended = { type: "membershipEnded", organizationId };
  tell(ended);
  await eventually(() => expect(desktop.events).toContainEqual({ type: "feed", event: ended }));
  answer.resolve();
  await eventually(() => expect(again).toBeGreaterThan(0));
  await eventually(async () => {
    const kept = await desktop.call("organization.get", { organizationId }, { prefer: "snapshot" });
    expect(kept).toMatchObject({ ok: false });
  });
});
