import { operationNames, operationOf, pathFields, type OperationName } from "#contract/operations.ts";
import { requestOf } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validInput } from "./inputs.ts";
import { freeFields, inTurns, sendsQuery, startProbe, withBody, type HostileRequest, type Probe } from "./probe.ts";

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
const declaredOnMembers = operationNames.filter((name) => pathFields(operationOf(name).path).includes("memberId"));
const queries = operationNames.filter(sendsQuery);

/** Those requests that were not refused as invalid with a short answer, and whether anything changed. */
async function surprises(requests: Record<string, HostileRequest>): Promise<unknown[]> {
  const found: unknown[] = [];
  const before = await probe.stored();
  await inTurns(Object.entries(requests), async ([what, request]) => {
    const { status, fault, body } = await probe.send(request);
    if (fault?.kind !== "invalid" || body.length > 20_000) found.push({ what, status, body: body.slice(0, 200) });
  });
  return (await probe.stored()) === before ? found : [...found, "something changed"];
}

test.each(commands)("%s takes one JSON object with its own fields", async (name) => {
  const valid = validInput(name, probe.scene);
  const bodies = Object.entries(brokenBodies(bodyOf(name)));
  const found = await surprises(Object.fromEntries(bodies.map(([what, body]) => [what, withBody(name, valid, body)])));
  expect(found).toEqual([]);
});

test.each(commands)("%s takes JSON alone, and fields from the body alone", async (name) => {
  const valid = validInput(name, probe.scene);
  const request = withBody(name, valid, bodyOf(name));
  const typed = (type: string): HostileRequest => ({ ...request, headers: { "content-type": type } });
  const found = await surprises({
    "as text": typed("text/plain"),
    "as a form": typed("application/x-www-form-urlencoded"),
    "as parts": typed("multipart/form-data; boundary=x"),
    "as XML": typed("application/xml"),
    "as nothing known": typed("application/"),
    "as nonsense": typed("json;;;"),
    "an empty body": { ...request, payload: "" },
    "in the query as well": { ...request, url: `${request.url}?${freeFields(name)[0] ?? "a"}=1` },
    "a prototype in the query": { ...request, url: `${request.url}?__proto__=1` },
  });
  expect(found).toEqual([]);
});

test.each(commands)("%s refuses a body that is too large before it reads it", async (name) => {
  const limit = operationOf(name).bodyLimit ?? 256 * 1024;
  const request = withBody(name, validInput(name, probe.scene), `{"name":"${"x".repeat(limit)}"}`);
  const before = await probe.stored();
  expect((await probe.send(request)).fault).toMatchObject({ kind: "limitReached", limit: "size" });
  expect(await probe.stored()).toBe(before);
});

test.each(queries)("%s takes its fields from the query alone, once each", async (name) => {
  const { method, url } = requestOf(name, validInput(name, probe.scene));
  const at = (query: string): HostileRequest => ({ method, url: `${url}${url.includes("?") ? "&" : "?"}${query}` });
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
  const found = await surprises(Object.fromEntries(attempts.map((query) => [query.slice(0, 80), at(query)])));
  expect(found).toEqual([]);
});

test.each(queries.filter((name) => operationOf(name).method === "DELETE"))("%s takes no body", async (name) => {
  const request = withBody(
    name,
    validInput(name, probe.scene),
    JSON.stringify({ organizationId: probe.scene.foreignId }),
  );
  const found = await surprises({
    body: request,
    array: { ...request, payload: "[1]" },
    null: { ...request, payload: "null" },
  });
  expect(found).toEqual([]);
});

test.each(operationNames.filter((name) => operationOf(name).access === "organization"))(
  "%s takes the organization from its path alone",
  async (name) => {
    const { foreignId } = probe.scene;
    const valid = validInput(name, probe.scene);
    const twice = { ...JSON.parse(bodyOf(name)), organizationId: foreignId };
    const { method, url } = requestOf(name, valid);
    const inBody = withBody(name, valid, JSON.stringify(twice));
    const inQuery = { method, url: `${url}${url.includes("?") ? "&" : "?"}organizationId=${foreignId}` };
    const found = await surprises({ twice: sendsQuery(name) ? inQuery : inBody });
    expect(found).toEqual([]);
    const before = await probe.stored();
    const elsewhere = await probe.send(requestOf(name, { ...valid, organizationId: foreignId }));
    expect(elsewhere.fault).toMatchObject({ kind: "notFound", what: "organization" });
    expect(await probe.stored()).toBe(before);
  },
);

test.each(declaredOnMembers)("%s finds nobody of another organization", async (name) => {
  const valid = validInput(name, probe.scene);
  const before = await probe.stored();
  const { fault } = await probe.send(requestOf(name, { ...valid, memberId: probe.scene.foreignMemberId }));
  expect(fault).toMatchObject({ kind: "notFound", what: "member" });
  expect(await probe.stored()).toBe(before);
});

const numbers = ["", " ", "+1", " 1", "0x10", "0b1", "1e2", "1.0", "Infinity", "NaN", "١", "１", "9".repeat(30)];

test.each([
  ["organization.list", "limit"],
  ["organization.changes", "since"],
  ["member.list", "limit"],
  ["auditEvent.get", "revision"],
  ["auditEvent.range", "fromRevision"],
  ["auditEvent.range", "limit"],
] as const)("%s reads only plain digits as its %s", async (name, field) => {
  const given = numbers.filter((number) => number !== "" || field !== "revision");
  const attempts = given.map((number) => [
    number,
    requestOf(name, { ...validInput(name, probe.scene), [field]: number }),
  ]);
  expect(await surprises(Object.fromEntries(attempts))).toEqual([]);
});
