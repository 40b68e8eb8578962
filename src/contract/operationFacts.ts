import type { SystemPermission } from "#domain/policy/permissions.ts";
import type { AuditAction } from "./audit.ts";
import type { Operation } from "./operation.ts";
import { operationNames, operationOf, type OperationName } from "./operations.ts";

/** What a screen must know of an operation beside its types. */
export interface OperationFacts extends Pick<Operation, "access" | "kind" | "offline"> {
  /** Whether the same input has the same answer for ever. */
  readonly lasting: boolean;
  /** What a member must hold for it; null: membership is enough, or it is not about an organization. */
  readonly permission: SystemPermission | null;
  /** What a command writes into the organization's audit log. */
  readonly audit: AuditAction | null;
}

function factsOf(name: OperationName): OperationFacts {
  const operation = operationOf(name);
  const { access, kind, offline, lasting = false } = operation;
  const permission = operation.access === "organization" ? operation.permission : null;
  return { access, kind, offline, lasting, permission, audit: "audit" in operation ? operation.audit : null };
}

/**
 * Facts of every operation, plain values: the page is built with these instead of with the declarations, whose schemas
 * only the desktop's main process and the server need.
 */
export const operationFacts = Object.fromEntries(operationNames.map((name) => [name, factsOf(name)])) as Readonly<
  Record<OperationName, OperationFacts>
>;
