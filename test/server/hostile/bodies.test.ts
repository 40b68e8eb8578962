import { operationNames, operationOf, type OperationName } from "#contract/operations.ts";
import type { InjectOptions } from "fastify";
import { requestOf } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validInput } from "./inputs.ts";
import { freeFields, inTurns, sendsQuery, startProbe, withBody, type Probe } from "./probe.ts";

/** What is wrong with a whole request rather than with one field. Nothing of it may be done. */
let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(async () => probe.stop());

const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);

const brokenBodies = (body: string): Record<string, string> => ({
  "cut short": body.slice(0, -1),
  "a comma too many": body.replace(/\}$/, ",}"),
  "single quotes": "{'a':1}",
  twice: body + body,
  comment: `/* */${body}`,
  "an array": `[${body}]`,
  "an empty array": "[]",
  "a text": '"text"',
  "a number": "1",
  "a huge number": "1e999",
  "not a number": "NaN",
  null: "null",
  true: "true",
  "deep arrays": deep("[", "]"),
  "deep objects": deep('{"a":', "}").replace("}", "1}"),
  "a deep field": body.replace(/\}$/, `${body === "{}" ? "" : ","}"deep":${deep("[", "]")}}`),
  "a prototype": '{"__proto__":{"role":"owner"}}',
  "an escaped prototype": '{"\\u005f_proto__":{"role":"owner"}}',
  "a constructor": '{"constructor":{"prototype":{"role":"owner"}}}',
  "a constructor's name": body.replace(/\}$/, `${body === "{}" ? "" : ","}"constructor":1}`),
  "an unknown field": body.replace(/\}$/, `${body === "{}" ? "" : ","}"userId":"1"}`),
  "unknown fields": `{${Array.from({ length: 5_000 }, (_, index) => `"f${index}":1`).join()}}`,
});

const bodyOf = (name: OperationName): string => {
  const input = validInput(name, probe.scene);
  return JSON.stringify(Object.fromEntries(freeFields(name).map((field) => [field, input[field]])));
};

const commands = operationNames.filter((name) => !sendsQuery(name));
const queries = operationNames.filter(sendsQuery);

async function refusesAll(name: OperationName, requests: Record<string, InjectOptions>): Promise<void> {
  const before = await probe.stored();
  await inTurns(Object.entries(requests), async ([what, request]) => {
    const { status, fault, body } = await probe.send(request);
    expect({ what, status, kind: fault?.kind }).toEqual({ what, status: 400, kind: "invalid" });
    expect(body.length, what).toBeLessThan(20_000);
  });
  expect(await probe.stored(), name).toBe(before);
}

test.each(commands)("%s takes one JSON object with its own fields", async (name) => {
  const valid = validInput(name, probe.scene);
  const bodies = Object.entries(brokenBodies(bodyOf(name)));
  await refusesAll(name, Object.fromEntries(bodies.map(([what, body]) => [what, withBody(name, valid, body)])));
});

test.each(commands)("%s takes JSON alone, and fields from the body alone", async (name) => {
  const valid = validInput(name, probe.scene);
  const request = withBody(name, valid, bodyOf(name));
  const typed = (type: string): InjectOptions => ({ ...request, headers: { "content-type": type } });
  await refusesAll(name, {
    "as text": typed("text/plain"),
    "as a form": typed("application/x-www-form-urlencoded"),
    "as parts": typed("multipart/form-data; boundary=x"),
    "as XML": typed("application/xml"),
    "as nothing known": typed("application/"),
    "as nonsense": typed("json;;;"),
    "an empty body": { ...request, payload: "" },
    "in the query as well": { ...request, url: `${String(request.url)}?${freeFields(name)[0] ?? "a"}=1` },
    "a prototype in the query": { ...request, url: `${String(request.url)}?__proto__=1` },
  });
});

test.each(commands)("%s refuses a body that is too large before it reads it", async (name) => {
  const request = withBody(name, validInput(name, probe.scene), `{"name":"${"x".repeat(257 * 1024)}"}`);
  const before = await probe.stored();
  expect((await probe.send(request)).fault).toMatchObject({ kind: "limitReached", limit: "size" });
  expect(await probe.stored()).toBe(before);
});

test.each(queries)("%s takes its fields from the query alone, once each", async (name) => {
  const { method, url } = requestOf(name, validInput(name, probe.scene));
  const at = (query: string): InjectOptions => ({ method, url: `${url}${url.includes("?") ? "&" : "?"}${query}` });
  const single = freeFields(name).filter(
    (field) => operationOf(name).input.shape[field]?.safeParse(["a", "b"]).success === false,
  );
  const asObject = freeFields(name).flatMap((field) => [
    `${field}[]=1`,
    `${field}[a]=1`,
    `${field}.a=1`,
    `${field}%00=1`,
  ]);
  const attempts = [
    "userId=1",
    "__proto__=1",
    "__proto__[role]=owner",
    "constructor=1",
    "toString=1",
    "organizationId=01920000-0000-7000-8000-000000000000&organizationId=1",
    "a".repeat(5_000),
    ...single.map((field) => `${field}=1&${field}=2`),
    ...asObject,
  ];
  await refusesAll(name, Object.fromEntries(attempts.map((query) => [query.slice(0, 80), at(query)])));
});

test.each(queries.filter((name) => operationOf(name).method === "DELETE"))("%s takes no body", async (name) => {
  const request = withBody(
    name,
    validInput(name, probe.scene),
    JSON.stringify({ organizationId: probe.scene.foreignId }),
  );
  await refusesAll(name, {
    body: request,
    array: { ...request, payload: "[1]" },
    null: { ...request, payload: "null" },
  });
});

test.each(operationNames.filter((name) => operationOf(name).access === "organization"))(
  "%s takes the organization from its path alone",
  async (name) => {
    const { foreignId, organizationId } = probe.scene;
    const valid = validInput(name, probe.scene);
    const twice = { ...JSON.parse(bodyOf(name)), organizationId: foreignId };
    const { method, url } = requestOf(name, valid);
    const inBody = withBody(name, valid, JSON.stringify(twice));
    const inQuery = { method, url: `${url}${url.includes("?") ? "&" : "?"}organizationId=${foreignId}` };
    await refusesAll(name, { twice: sendsQuery(name) ? inQuery : inBody });
    const before = await probe.stored();
    const elsewhere = await probe.send(requestOf(name, { ...valid, organizationId: foreignId }));
    expect(elsewhere.fault).toMatchObject({ kind: "notFound", what: "organization" });
    const stranger = "memberId" in valid ? { memberId: probe.scene.foreignMemberId } : {};
    if ("memberId" in valid) {
      const reached = await probe.send(requestOf(name, { ...valid, ...stranger, organizationId }));
      expect(reached.fault).toMatchObject({ kind: "notFound", what: "member" });
    }
    expect(await probe.stored()).toBe(before);
  },
);
