import { operationNames, operationOf, pathFields } from "#contract/operations.ts";
import { createRemote } from "#main/remote/remote.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { heldTokens } from "../support/tokens.ts";

const anId = "01920000-0000-7000-8000-000000000000";
const guarded = operationNames.filter(
  (name) => operationOf(name).access !== "public" && operationOf(name).kind !== "stream",
);

/** Only what the path needs: the server asks who calls before it looks at the rest. */
const pathInput = (name: (typeof guarded)[number]) =>
  Object.fromEntries(pathFields(operationOf(name).path).map((field) => [field, field === "revision" ? 1 : anId]));

describe("every operation reaches its route on a real server", () => {
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    server = await startTestServer();
    url = await server.app.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(async () => server.stop());

  test.each(guarded)("%s", async (name) => {
    // A token that no server gave, and no way to renew it.
    const remote = createRemote({ baseUrl: () => url, tokens: heldTokens("x".repeat(43), null) });
    const answer = await remote.send(name, pathInput(name));
    expect(answer).toMatchObject({ ok: false, fault: { kind: "unauthenticated" } });
  });
});
