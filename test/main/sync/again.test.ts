import { join } from "node:path";
import { createRemote } from "#main/remote/remote.ts";
import { createCustody } from "#main/snapshot/custody.ts";
import { createSnapshot } from "#main/snapshot/personal.ts";
import { createSync } from "#main/sync/sync.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, onTestFinished, test } from "vitest";
import { factsAt, organizationId } from "../snapshot/support/rows.ts";
import { testFolder } from "../support/desktop.ts";
import { collectingLogger } from "../support/logger.ts";
import { ada } from "../support/people.ts";
import { memorySecrets } from "../support/secrets.ts";
import { breakConnection, stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
const lines = [
  { type: "facts", facts: factsAt(7), expected: counts },
  { type: "end", revision: 7, counts },
];

test("one question without an answer holds nothing up for long, though the feed never broke", async () => {
  let fills = 0;
  const server = await stubServer({
    "organization.list": async () => ({ items: [factsAt(7).organization], next: null, total: 1, matching: 1 }),
    "snapshot.fill": async (_, reply) => {
      fills += 1;
      if (fills === 1) return breakConnection(reply);
      return await reply.send(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    },
  });
  const custody = createCustody(memorySecrets(), "snapshot", testFolder());
  const snapshot = createSnapshot({
    custody,
    reviewCustody: () => custody,
    program: join(import.meta.dirname, "../../../src/main/snapshot/worker/main.ts"),
    logger: collectingLogger(),
    onRevival: () => undefined,
  });
  const sync = createSync({
    remote: createRemote({ baseUrl: () => server.url, tokens: heldTokens("access", null) }),
    snapshot,
    firstOrganizationId: () => null,
    onProgress: () => undefined,
    choice: () => ({ organizationIds: null, days: 90, events: 50_000 }),
    againMs: 20,
  });
  onTestFinished(async () => {
    sync.stop();
    await snapshot.close();
  });
  sync.start(snapshot.openFor(ada.id));
  sync.heard({ type: "ready" });
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
});
