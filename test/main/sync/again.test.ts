import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { factsAt, organizationId } from "../snapshot/support/rows.ts";
import { breakConnection, stubServer } from "../support/stub-server.ts";
import { begunSync } from "./support/begun.ts";

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
  const { snapshot } = begunSync(server.url, { delays: { firstMs: 10, mostMs: 20 } });
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
});
