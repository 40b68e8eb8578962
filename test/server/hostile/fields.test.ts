import { operationNames, operationOf, pathFields, type OperationName } from "#contract/operations.ts";
import { requestOf } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validInput } from "./inputs.ts";
import { freeFields, inTurns, sendsQuery, startProbe, withBody, type HostileRequest, type Probe } from "./probe.ts";
import { hostileTexts, hostileValues, unstorable } from "./values.ts";

/** Every field of every operation, filled with what an attacker writes. The contract itself says what is valid. */
let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(async () => probe.stop());

interface Attempt {
  readonly field: string;
  readonly value: unknown;
  readonly input: Record<string, unknown>;
  readonly request: HostileRequest;
}

const isUnstorable = (value: unknown): boolean =>
  unstorable.some((text) => value === text || (Array.isArray(value) && value.includes(text)));

function attempts(name: OperationName): Attempt[] {
  const inPath = pathFields(operationOf(name).path);
  // A query and a path carry text alone, and half a surrogate pair cannot be encoded into them.
  const texts = hostileTexts.filter((text) => text.isWellFormed());
  const values: readonly unknown[] = sendsQuery(name) ? texts : [...hostileTexts, ...hostileValues];
  return [
    ...freeFields(name).flatMap((field) => values.map((value) => attempt(name, field, value))),
    ...inPath.flatMap((field) => texts.filter((text) => text !== "").map((value) => attempt(name, field, value))),
  ];
}

function attempt(name: OperationName, field: string, value: unknown): Attempt {
  const valid = validInput(name, probe.scene);
  const input = { ...valid, [field]: value };
  if (sendsQuery(name) || pathFields(operationOf(name).path).includes(field)) {
    return { field, value, input: listed(name, input, field), request: requestOf(name, input) };
  }
  const body = Object.fromEntries(freeFields(name).map((one) => [one, input[one]]));
  return { field, value, input, request: withBody(name, valid, JSON.stringify(body)) };
}

/** A field of a query that is a list in the contract is one even when it is given once. */
function listed(name: OperationName, input: Record<string, unknown>, field: string): Record<string, unknown> {
  const isList = operationOf(name).input.shape[field]?.safeParse([]).success === true;
  return isList ? { ...input, [field]: [input[field]] } : input;
}

/** Only refused calls: they leave nothing behind. */
test.each(operationNames)("%s refuses what its declaration refuses, and changes nothing", async (name) => {
  const refused = attempts(name).filter(
    ({ input, value }) => isUnstorable(value) || !operationOf(name).input.safeParse(input).success,
  );
  const before = await probe.stored();
  await inTurns(refused, async ({ request, field, value }) => {
    const { status } = await probe.send(request);
    expect(status >= 400 && status < 500, `${name} ${field}=${JSON.stringify(value).slice(0, 60)}: ${status}`).toBe(
      true,
    );
  });
  expect(await probe.stored()).toBe(before);
});

/** What the declaration lets through meets the rules and the database, which must not stumble over it. */
test.each(operationNames.filter((name) => name !== "feed.follow"))("%s stumbles over nothing", async (name) => {
  const accepted = attempts(name).filter(
    ({ input, value }) => !isUnstorable(value) && operationOf(name).input.safeParse(input).success,
  );
  await inTurns(accepted, async ({ request, field, value }) => {
    const { status } = await probe.send(request);
    expect(status, `${name} ${field}=${JSON.stringify(value).slice(0, 60)}`).toBeLessThan(500);
  });
});
