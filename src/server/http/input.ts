import type { InputIssue } from "#contract/fault.ts";
import type { Operation } from "#contract/operation.ts";
import { pathFields } from "#contract/operations.ts";
import { z } from "zod";
import { refuse } from "../dispatch/fault-error.ts";
import { fieldNames } from "../dispatch/parse.ts";

type Fields = Record<string, unknown>;

/** The type under defaults and optionality. */
function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;
}

/** Plain digits are a number; `0x10`, `1e3` and nothing at all are none, though JavaScript reads them as one. */
const numberOf = (text: string): number => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);

type Form = "text" | "number" | "list";

function formOf(schema: unknown): Form {
  if (schema instanceof z.ZodArray) return "list";
  return schema instanceof z.ZodNumber ? "number" : "text";
}

/** How an operation's fields are read from a path or a query. Found once: asking a schema what it is takes long. */
type Forms = ReadonlyMap<string, Form>;

const formsOf = ({ input }: Operation): Forms =>
  new Map(Object.entries(input.shape).map(([name, schema]) => [name, formOf(bare(schema))]));

function typed(form: Form | undefined, given: unknown): unknown {
  if (form === "list") return Array.isArray(given) ? given : [given];
  return form === "number" && typeof given === "string" ? numberOf(given) : given;
}

/** Paths and queries know only text: what is a list or a number in the contract becomes one. */
const read = (forms: Forms, given: Fields): Fields =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typed(forms.get(name), value)]));

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const issue = (path: string, code: string, message: string): InputIssue => ({ path, code, message });

/** What of an operation its input depends on. */
export interface Route {
  readonly method: Operation["method"];
  readonly forms: Forms;
  readonly fieldsOfPath: readonly string[];
}

export const routeOf = (operation: Operation): Route => ({
  method: operation.method,
  forms: formsOf(operation),
  fieldsOfPath: pathFields(operation.path),
});

/**
 * The one input of an operation out of path, query and body. What the path names may not be named again: a body
 * that says another organization is refused, not silently ignored.
 */
export function assembleInput(
  { method, forms, fieldsOfPath }: Route,
  request: { params: unknown; query: unknown; body: unknown },
): Fields {
  const params = isFields(request.params) ? request.params : {};
  const query = isFields(request.query) ? request.query : {};
  const body = request.body === undefined ? {} : request.body;
  if (!isFields(body)) return refuse({ kind: "invalid", issues: [issue("", "invalid_type", "Send a JSON object")] });
  const inQuery = method === "GET" || method === "DELETE";
  const misplaced = Object.keys(inQuery ? body : query);
  if (misplaced.length > 0) {
    const message = `Send these in the ${inQuery ? "query" : "body"}: ${fieldNames(misplaced)}`;
    return refuse({ kind: "invalid", issues: [issue(fieldNames(misplaced.slice(0, 1)), "misplacedField", message)] });
  }
  const given = inQuery ? read(forms, query) : body;
  const repeated = fieldsOfPath.find((field) => field in given);
  if (repeated !== undefined) {
    return refuse({ kind: "invalid", issues: [issue(repeated, "misplacedField", "Comes from the path alone")] });
  }
  return { ...given, ...read(forms, params) };
}
