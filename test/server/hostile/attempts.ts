import { operationOf, pathFields, type OperationName } from "#contract/operations.ts";
import { requestOf } from "#test/support/server.ts";
import type { Scene } from "../generated/scene.ts";
import { validInput } from "./inputs.ts";
import { freeFields, sendsQuery, withBody, type HostileRequest, type Probe } from "./probe.ts";
import { hostileTexts, hostileValues, unstorable } from "./values.ts";

export interface Attempt {
  readonly field: string;
  readonly value: unknown;
  readonly input: Record<string, unknown>;
  readonly request: HostileRequest;
}

/** What no operation takes, whatever its declaration says. */
const isUnstorable = (value: unknown): boolean =>
  unstorable.some((text) => value === text || (Array.isArray(value) && value.includes(text)));

/** Every field of an operation, filled with every hostile value, one at a time. */
export function attempts({ scene }: Probe, name: OperationName): Attempt[] {
  const inPath = pathFields(operationOf(name).path);
  // A query and a path carry text alone, and half a surrogate pair cannot be encoded into them.
  const texts = hostileTexts.filter((text) => text.isWellFormed());
  const values: readonly unknown[] = sendsQuery(name) ? texts : [...hostileTexts, ...hostileValues];
  return [
    ...freeFields(name).flatMap((field) => values.map((value) => attempt(scene, name, field, value))),
    ...inPath.flatMap((field) =>
      texts.filter((text) => text !== "").map((value) => attempt(scene, name, field, value)),
    ),
  ];
}

function attempt(scene: Scene, name: OperationName, field: string, value: unknown): Attempt {
  const valid = validInput(name, scene);
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

/** Whether the contract lets an attempt through. */
export const isValid = (name: OperationName, { input, value }: Attempt): boolean =>
  !isUnstorable(value) && operationOf(name).input.safeParse(input).success;
