import { Problem } from "#contract/fault.ts";
import { newId } from "#server/storage/ids.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, standing } from "../teams.ts";

/** Clients that go away, or never come to an end, over real HTTP. */
let server: TestServer;
let owner: Person;
let organizationId: string;
let address: URL;
let uncaught = 0;
const count = () => void (uncaught += 1);

beforeAll(async () => {
  process.on("unhandledRejection", count);
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  // The server's own 30 s, shortened: the same check cuts them.
  Object.assign(server.app.server, { requestTimeout: 600, headersTimeout: 400, connectionsCheckingInterval: 100 });
  address = new URL(await server.app.listen({ port: 0, host: "127.0.0.1" }));
});
afterAll(async () => {
  await server.stop();
  process.off("unhandledRejection", count);
});

const open = (): Socket => connect({ host: address.hostname, port: Number(address.port) });

const sendPath = () => `/v1/organizations/${organizationId}/invitations`;
const invitation = (email: string) => JSON.stringify({ emails: [email], role: "member" });

const head = (length: number, key: string): string =>
  [
    `POST ${sendPath()} HTTP/1.1`,
    "host: x",
    `authorization: Bearer ${owner.token}`,
    `idempotency-key: ${key}`,
    "content-type: application/json",
    `content-length: ${length}`,
    "",
    "",
  ].join("\r\n");

const post = async (email: string, key: string) => {
  const response = await fetch(new URL(sendPath(), address), {
    method: "POST",
    headers: { authorization: `Bearer ${owner.token}`, "content-type": "application/json", "idempotency-key": key },
    body: invitation(email),
  });
  return { status: response.status, body: await response.text() };
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a client that goes away inside its body leaves nothing", async () => {
  const before = await standing(server, organizationId);
  for (let round = 0; round < 10; round += 1) {
    const body = invitation(`gone.${round}@example.com`);
    const socket = open();
    socket.write(head(body.length, newId()) + body.slice(0, round * 4));
    await pause(5);
    if (round % 2 === 0) socket.destroy();
    else socket.resetAndDestroy();
  }
  await pause(50);
  expect(await standing(server, organizationId)).toEqual(before);
  expect((await fetch(new URL("/healthz", address))).status).toBe(200);
});

test("a client that goes away while its command runs gets its one result by asking again", async () => {
  for (let round = 0; round < 20; round += 1) {
    const before = await standing(server, organizationId);
    const key = newId();
    const email = `impatient.${round}@example.com`;
    const body = invitation(email);
    const socket = open();
    socket.on("error", () => undefined);
    socket.write(head(body.length, key) + body);
    await pause(round);
    socket.destroy();
    const [first, second] = await Promise.all([post(email, key), post(email, key)]);
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
    expect(await actionsAfter(server, organizationId, before.revision)).toEqual(["invitation.sent"]);
  }
});

/** What came before the server ended the connection, and after how long. */
function untilCut(socket: Socket): Promise<{ text: string; after: number }> {
  const began = performance.now();
  const parts: Buffer[] = [];
  socket.on("data", (part: Buffer) => void parts.push(part));
  socket.on("error", () => undefined);
  return new Promise((resolve) =>
    socket.on("close", () => resolve({ text: Buffer.concat(parts).toString(), after: performance.now() - began })),
  );
}

test.each([
  ["a head", (): string => "GET /v1/me HTTP/1.1\r\nx: "],
  ["a body", (): string => head(1_000, newId())],
])("%s that never comes to an end is cut", async (_what, start) => {
  const before = await standing(server, organizationId);
  const socket = open();
  const cut = untilCut(socket);
  socket.write(start());
  const dripping = setInterval(() => socket.write("a"), 50);
  const { text, after } = await cut;
  clearInterval(dripping);
  // Node's own limit is minutes.
  expect(after).toBeLessThan(20_000);
  expect(Problem.parse(JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4))).fault).toMatchObject({ kind: "invalid" });
  expect(await standing(server, organizationId)).toEqual(before);
});

test("two hundred silent connections keep nobody else out", async () => {
  const sockets = Array.from({ length: 200 }, open);
  const ended = Promise.all(sockets.map(untilCut));
  expect((await post("patient@example.com", newId())).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  await ended;
});

test("a reader that stops reading an export or a feed leaves no connection of the database behind", async () => {
  const lent = () => server.services.pools.appPool.totalCount - server.services.pools.appPool.idleCount;
  const paths = ["/v1/feed", `/v1/organizations/${organizationId}/audit-events/export?format=csv`];
  for (const path of [...paths, ...paths, ...paths]) {
    const socket = open();
    socket.on("error", () => undefined);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${owner.token}\r\n\r\n`);
    await pause(20);
    socket.resetAndDestroy();
  }
  await eventually(() => expect(lent()).toBe(0));
});

test("none of it was left unhandled", () => {
  expect(uncaught).toBe(0);
});
