import { createRemote } from "#main/remote/remote.ts";
import { servedLog } from "#main/witness/log.ts";
import { expect, test } from "vitest";
import { stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const organizationId = "01920000-0000-7000-8000-000000000001";

test("a server that does not give the hashed texts yet is outdated, and nothing is known of its log by that", async () => {
  const event = { organizationId, revision: 1, previousHash: "0".repeat(64), hash: "f".repeat(64) };
  const { url } = await stubServer({ "auditEvent.range": () => ({ items: [event] }) }, "0.0.1");
  const remote = createRemote({ baseUrl: () => url, tokens: heldTokens("access", null) });
  const log = servedLog(remote, organizationId, new AbortController().signal);
  await expect(log.texts(1, 10)).rejects.toMatchObject({
    fault: { kind: "outdated", older: "server", serverVersion: "0.0.1" },
  });
});
