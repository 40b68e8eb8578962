import type { SystemPermission } from "#domain/policy/permissions.ts";
import { operationNames, operationOf } from "./operations.ts";

/**
 * The permission that each audit action asks of whoever does it; null where membership is enough, or where the action
 * can also come about without it. What an access review reads the use of a role from.
 */
export const permissionOfAction: ReadonlyMap<string, SystemPermission | null> = (() => {
  const found = new Map<string, SystemPermission | null>();
  for (const name of operationNames) {
    const operation = operationOf(name);
    if (!("audit" in operation) || operation.audit === null) continue;
    const permission = operation.access === "organization" ? operation.permission : null;
    const known = found.get(operation.audit);
    found.set(operation.audit, known === undefined || known === permission ? permission : null);
  }
  return found;
})();
