import type { InputIssue } from "#contract/fault.ts";
import type { Operation } from "#contract/operation.ts";
import type { z } from "zod";
import { refuse } from "./fault-error.ts";

const issueOf = (issue: z.core.$ZodIssue): InputIssue => ({
  path: issue.path.map(String).join("."),
  code: issue.code === "unrecognized_keys" ? "unknownField" : issue.code,
  message: issue.code === "unrecognized_keys" ? `Unknown field: ${issue.keys.join(", ")}` : issue.message,
});

/** The input as the operation declares it, defaults filled in, or the fault `invalid`. */
export function parseInput(operation: Operation, raw: unknown): Record<string, unknown> {
  const result = operation.input.safeParse(raw);
  if (result.success) return result.data;
  return refuse({ kind: "invalid", issues: result.error.issues.slice(0, 50).map(issueOf) });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The organization a raw input names, if it is an id at all. Sign-in is checked before the rest of the input. */
export function organizationIdOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("organizationId" in raw)) return null;
  const value = raw.organizationId;
  return typeof value === "string" && uuid.test(value) ? value : null;
}
