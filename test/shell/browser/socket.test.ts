import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { cookieOf, get, launchPath, testSite, type TestSite } from "./testSite.ts";

async function openSocket(
  site: TestSite,
  headers: Record<string, string>,
  path = "/bridge",
): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://${site.host}${path}`, { headers });
  onTestFinished(() => socket.terminate());
  return await new Promise((resolve) => {
    socket.once("message", () => resolve(socket));
    socket.once("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => resolve(0));
  });
}

async function ask(socket: WebSocket, message: unknown): Promise<unknown> {
  socket.send(typeof message === "string" ? message : JSON.stringify(message));
  return await new Promise((resolve) => {
    socket.once("message", (data: Buffer) => resolve(JSON.parse(data.toString("utf8"))));
    socket.once("close", (code) => resolve(code));
  });
}

describe("the bridge's socket", () => {
  test("answers calls of our own window", async () => {
    const site = await testSite();
    const socket = await openSocket(site, { origin: site.origin, cookie: await cookieOf(site) });
    if (typeof socket === "number") throw new Error(`The socket was refused: ${socket}`);
    expect(await ask(socket, { id: 4, name: "desktop.state", input: {} })).toMatchObject({
      id: 4,
      answer: { ok: true, value: { shell: "browser" } },
    });
    expect(await ask(socket, { id: 5, name: "session.refresh", input: {} })).toMatchObject({
      answer: { ok: false, fault: { kind: "notFound" } },
    });
  });

  test.each([
    ["no cookie", { cookie: "" }],
    ["no origin", { origin: "" }],
    ["a foreign origin", { origin: "https://attacker.example" }],
    ["another port's origin", { origin: "http://127.0.0.1:1" }],
    ["another host", { host: "attacker.example" }],
  ])("is refused with %s", async (_, wrong: Record<string, string>) => {
    const site = await testSite();
    const right = { origin: site.origin, cookie: await cookieOf(site) };
    const headers = Object.fromEntries(Object.entries({ ...right, ...wrong }).filter(([, value]) => value !== ""));
    expect(await openSocket(site, headers)).toBe(403);
  });

  test("is refused at another path", async () => {
    const site = await testSite();
    const headers = { origin: site.origin, cookie: await cookieOf(site) };
    expect(await openSocket(site, headers, "/bridge/../other")).toBe(403);
  });

  test.each(["not JSON", "[]", '{"id":1}', '{"id":-1,"name":"desktop.state"}', '{"id":1,"name":7,"input":{}}'])(
    "%s ends it",
    async (message) => {
      const site = await testSite();
      const socket = await openSocket(site, { origin: site.origin, cookie: await cookieOf(site) });
      if (typeof socket === "number") throw new Error(`The socket was refused: ${socket}`);
      expect(await ask(socket, message)).toBe(1008);
    },
  );

  test("a refused caller that breaks off takes nobody else down", async () => {
    const site = await testSite();
    const [host, port] = site.host.split(":");
    const caller = connect(Number(port), host);
    await once(caller, "connect");
    caller.write(`GET /bridge HTTP/1.1\r\nHost: ${site.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    await once(caller, "data");
    // A half-open connection that is reset errors on the shell's side, where nothing reads it any more.
    caller.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await get(site, launchPath(site))).status).toBe(303);
  });

  test("a message above four megabytes ends it", async () => {
    const site = await testSite();
    const socket = await openSocket(site, { origin: site.origin, cookie: await cookieOf(site) });
    if (typeof socket === "number") throw new Error(`The socket was refused: ${socket}`);
    expect(await ask(socket, JSON.stringify({ id: 1, name: "x", input: "y".repeat(4_300_000) }))).toEqual(
      expect.toBeOneOf([1006, 1009]),
    );
  });
});
