import type { Fault, InputIssue } from "#contract/fault.ts";
import type { Operation } from "#contract/operation.ts";
import type { z } from "zod";
import { refuse } from "./fault-error.ts";

/** More would not be read, and one large request could ask for a far larger answer. */
const mostIssues = 50;

/** Names that came from outside, few and short enough for an answer. */
export const fieldNames = (names: readonly string[]): string =>
  names
    .slice(0, 10)
    .map((name) => name.slice(0, 60))
    .join(", ");

const issueOf = (issue: z.core.$ZodIssue): InputIssue => ({
  path: issue.path.map(String).join("."),
  code: issue.code === "unrecognized_keys" ? "unknownField" : issue.code,
  message: issue.code === "unrecognized_keys" ? `Unknown field: ${fieldNames(issue.keys)}` : issue.message,
});

/** The database stores neither NUL nor half a surrogate pair, in text or in JSON; no field has a use for them. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  // Every input passes here, some with thousands of fields: a list of their values would be made for each object.
  if (Array.isArray(value)) return value.every(isStorable);
  for (const name in value) if (!isStorable(value[name as keyof typeof value])) return false;
  return true;
}

/** Where a value holds what cannot be stored. */
function unstorable(value: unknown, path: readonly string[]): InputIssue[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => unstorable(item, [...path, key]));
  }
  if (typeof value !== "string") return [];
  const at = path.join(".");
  if (value.includes("\0")) return [{ path: at, code: "control", message: "Control characters are not allowed" }];
  return value.isWellFormed() ? [] : [{ path: at, code: "malformed", message: "This text is not valid Unicode" }];
}

export type ReadInput =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly fault: Fault };

/** The input as the operation declares it, defaults filled in, or the fault `invalid`. */
export function readInput(operation: Operation, raw: unknown): ReadInput {
  const result = operation.input.safeParse(raw);
  if (result.success && isStorable(result.data)) return { ok: true, value: result.data };
  const issues = result.success ? unstorable(result.data, []) : result.error.issues.map(issueOf);
  return { ok: false, fault: { kind: "invalid", issues: issues.slice(0, mostIssues) } };
}

/** @throws FaultError `invalid` */
export function parseInput(operation: Operation, raw: unknown): Record<string, unknown> {
  const input = readInput(operation, raw);
  return input.ok ? input.value : refuse(input.fault);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is an id, in the form in which it is stored. */
export const idOf = (value: unknown): string | null =>
  typeof value === "string" && uuid.test(value) ? value.toLowerCase() : null;

/** The organization a raw input names, if it is an id at all. Sign-in is checked before the rest of the input. */
export function organizationIdOf(raw: unknown): string | null {
  return typeof raw === "object" && raw !== null && "organizationId" in raw ? idOf(raw.organizationId) : null;
}
