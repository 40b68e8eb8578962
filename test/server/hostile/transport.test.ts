import { operationNames, operationOf } from "#contract/operations.ts";
import { requestOf } from "#test/support/server.ts";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "#contract/fault.ts";
import { validInput } from "./inputs.ts";
import { inTurns, startProbe, type Probe } from "./probe.ts";

/** Other methods, other spellings of a path, strange headers: for every operation. */
let probe: Probe;
let address: URL;
beforeAll(async () => {
  probe = await startProbe();
  address = new URL(await probe.server.app.listen({ port: 0, host: "127.0.0.1" }));
});
afterAll(async () => probe.stop());

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] as const;

const spellings = (path: string): string[] => [
  `/${path}`,
  `${path}/`,
  `${path}//`,
  `${path}.`,
  `${path};x=1`,
  `${path}%2f`,
  `${path}%00`,
  `${path}%`,
  `${path}%zz`,
  `${path}%ff`,
  `${path}%c0%af`,
  `${path}/${"x".repeat(300)}`,
  path.replace("/v1/", "/v1//"),
  path.replace("/v1/", "/v1%2f"),
  path.replace("/v1/", "/V1/"),
  path.replace("/v1/", "/%76%31%2f"),
  path.toUpperCase(),
];

const declared = operationNames.map((name) => ({ name, ...operationOf(name) }));
/** Whether another operation answers at this path by this method. */
const isDeclared = (method: string, url: string): boolean =>
  declared.some((one) => {
    const pattern = one.path.replaceAll(/\{\w+\}/g, "[^/]+");
    return one.method === method && new RegExp(`^${pattern}$`).test(url.split("?")[0] ?? "");
  });

/** A spelling can be the path of an operation that takes any text there (`…/members/x`): then it refuses the text. */
test.each(operationNames)("%s answers at one spelling of its path", async (name) => {
  const request = requestOf(name, validInput(name, probe.scene));
  const [path = "", query] = request.url.split("?");
  const before = await probe.stored();
  await inTurns(spellings(path), async (spelling) => {
    const { status } = await probe.send({ ...request, url: query === undefined ? spelling : `${spelling}?${query}` });
    expect([400, 404, 429], `${spelling}: ${status}`).toContain(status);
  });
  expect(await probe.stored()).toBe(before);
});

test.each(operationNames)("%s answers to one method, whatever a header says", async (name) => {
  const { method, url } = requestOf(name, validInput(name, probe.scene));
  const headers = { "x-http-method-override": method, "x-http-method": method, "x-method-override": method };
  const others = methods.filter((other) => !isDeclared(other, url));
  await inTurns(others, async (other) => {
    const reply = await probe.server.app.inject({
      method: other,
      url: `${url.split("?")[0]}?_method=${method}`,
      headers,
    });
    expect(reply.statusCode).toBe(404);
  });
});

const wrongTokens = (token: string): Record<string, string>[] => [
  {},
  ...[
    `bearer ${token}`,
    `BEARER ${token}`,
    `Bearer  ${token}`,
    `Bearer\t${token}`,
    `Bearer ${token};`,
    `Bearer ${token} extra`,
    `Bearer ${token},Bearer ${token}`,
    `Bearer "${token}"`,
    `Bearer ${token}=`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${Buffer.from(token).toString("base64")}`,
    `Basic ${Buffer.from(`:${token}`).toString("base64")}`,
    "Bearer __proto__constructor_toString",
    "Bearer ÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿ",
    `Bearer ${"A".repeat(200)}`,
    `Bearer ${"A".repeat(7_000)}`,
  ].map((authorization) => ({ authorization })),
  { "proxy-authorization": `Bearer ${token}` },
  { "x-authorization": `Bearer ${token}` },
  { cookie: `authorization=Bearer ${token}; token=${token}` },
];

test.each(operationNames.filter((name) => operationOf(name).access !== "public"))(
  "%s believes no token in a wrong dress (case 9)",
  async (name) => {
    const request = requestOf(name, validInput(name, probe.scene));
    const before = await probe.stored();
    await inTurns(wrongTokens(probe.scene.caller.token), async (headers) => {
      const reply = await probe.server.app.inject({ ...request, headers });
      expect(reply.statusCode, `with ${JSON.stringify(headers).slice(0, 60)}`).toBe(401);
      expect(Problem.parse(reply.json()).fault.kind).toBe("unauthenticated");
    });
    expect(await probe.stored()).toBe(before);
  },
);

const wrongKeys = [
  "short",
  "x".repeat(101),
  "x".repeat(7_000),
  "with a space",
  "tab\tinside",
  "ünïcode-key",
  "a,b c-twice",
];

test.each(
  declared.filter(
    ({ access, kind, name }) => access !== "public" && kind === "command" && !name.startsWith("session."),
  ),
)("$name refuses a malformed Idempotency-Key", async ({ name }) => {
  const request = requestOf(name, validInput(name, probe.scene));
  const before = await probe.stored();
  for (const key of wrongKeys) {
    const { status, fault } = await probe.send({ ...request, headers: { "idempotency-key": key } });
    expect({ key, status, fault: fault?.kind }).toEqual({ key, status: 400, fault: "invalid" });
  }
  expect(await probe.stored()).toBe(before);
});

describe("over a real connection", () => {
  /** What comes back for bytes that no HTTP client would send. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: address.hostname, port: Number(address.port) });
      const parts: Buffer[] = [];
      socket.on("data", (part: Buffer) => void parts.push(part));
      socket.on("close", () => resolve(Buffer.concat(parts).toString()));
      socket.on("error", reject);
      socket.write(bytes, "latin1");
    });

  const head = (lines: string[]): string => [...lines, "host: x", "connection: close", "", ""].join("\r\n");

  test.each([
    ["no HTTP", "hello\r\n\r\n"],
    ["an unknown method", head(["BREW /v1/me HTTP/1.1"])],
    ["a future version", head(["GET /v1/me HTTP/9.9"])],
    ["a space in a header's name", head(["GET /v1/me HTTP/1.1", "bad header: 1"])],
    ["a NUL in a header", head(["GET /v1/me HTTP/1.1", "x: a\0b"])],
    ["two lengths", head(["POST /v1/sessions HTTP/1.1", "content-length: 2", "content-length: 3"])],
    ["length and chunks", head(["POST /v1/sessions HTTP/1.1", "content-length: 2", "transfer-encoding: chunked"])],
    ["a negative length", head(["POST /v1/sessions HTTP/1.1", "content-length: -1"])],
    ["a head of 100 kB", head(["GET /v1/me HTTP/1.1", `x: ${"y".repeat(100_000)}`])],
    ["a URL of 100 kB", head([`GET /v1/me?${"y".repeat(100_000)} HTTP/1.1`])],
  ])("%s gets a problem document", async (_what, bytes) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    const problem = Problem.parse(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4)));
    expect(["invalid", "limitReached"]).toContain(problem.fault.kind);
  });

  test.each(["application/json", "text/plain", "image/x-icon"])(
    "a body that is announced by its type %s alone is answered, not waited for",
    async (type) => {
      const given = [`content-type: ${type}`, `authorization: Bearer ${probe.scene.caller.token}`];
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await raw(head([`${method} /v1/me HTTP/1.1`, ...given]));
        expect(answer, method).toMatch(/^HTTP\/1\.1 40[04] /);
        expect(answer).toContain("x-content-type-options: nosniff");
        expect(Problem.parse(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4))).fault.kind).toMatch(
          /^(invalid|notFound)$/,
        );
      }
      expect(await raw(head(["GET /v1/me HTTP/1.1", ...given]))).toMatch(/^HTTP\/1\.1 200 /);
      expect(await raw(head(["HEAD /healthz HTTP/1.1", ...given]))).toMatch(/^HTTP\/1\.1 \d/);
    },
  );

  test("requests on one connection are answered in order, with and without bodies", async () => {
    const authorization = `authorization: Bearer ${probe.scene.caller.token}`;
    const get = ["GET /v1/me HTTP/1.1", "host: x", authorization, "", ""].join("\r\n");
    const body = '{"currentPassword":1}';
    const told = ["content-type: application/json", `content-length: ${body.length}`, "", body];
    const post = ["POST /v1/me/password HTTP/1.1", "host: x", authorization, ...told].join("\r\n");
    const last = head(["GET /v1/me HTTP/1.1", authorization]);
    const answer = await raw(get + post + get + post + last);
    expect(answer.match(/HTTP\/1\.1 \d+/g)?.map((line) => line.slice(-3))).toEqual(["200", "400", "200", "400", "200"]);
  });

  test("dots in a path lead nowhere", async () => {
    const authorization = `authorization: Bearer ${probe.scene.caller.token}`;
    const before = await probe.stored();
    const lines = declared.flatMap(({ name }) => {
      const { method, url } = requestOf(name, validInput(name, probe.scene));
      const [path = ""] = url.split("?");
      const dotted = [`${path}/.`, `${path}/..`, `${path}/%2e%2e`, path.replace("/v1/", "/v1/x/../"), `.${path}`];
      return dotted.map((one) => `${method} ${one} HTTP/1.1`);
    });
    await inTurns(lines, async (line) => {
      expect(await raw(head([line, authorization])), `for ${line}`).toMatch(/^HTTP\/1\.1 (400|404) /);
    });
    expect(await probe.stored()).toBe(before);
  });

  test("two Authorization headers are none", async () => {
    const token = `Bearer ${probe.scene.caller.token}`;
    const lines = [`authorization: ${token}`, "authorization: Bearer x"];
    for (const given of [lines, lines.toReversed(), [lines[0] ?? "", lines[0] ?? ""]]) {
      expect(await raw(head(["GET /v1/me HTTP/1.1", ...given]))).toMatch(/^HTTP\/1\.1 401 /);
    }
  });

  test("hundreds of headers, a body of GET and an expectation do no harm", async () => {
    const many = Array.from({ length: 500 }, (_, index) => `x-${index}: y`);
    expect(await raw(head(["GET /healthz HTTP/1.1", ...many]))).toMatch(/^HTTP\/1\.1 (200|4\d\d) /);
    expect(await raw(`${head(["GET /healthz HTTP/1.1", "content-length: 2"])}{}`)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await raw(head(["POST /v1/sessions HTTP/1.1", "expect: 200-maybe"]))).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});
