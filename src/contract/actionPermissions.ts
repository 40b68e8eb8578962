import type { SystemPermission } from "#domain/policy/permissions.ts";
import { operationNames, operationOf } from "./operations.ts";

/**
 * The permission that each recorded act asks for: that of the operation which leaves this audit event. Null where
 * membership is enough, or where operations with different permissions leave the same event.
 */
export const actionPermissions: ReadonlyMap<string, SystemPermission | null> = gathered();

function gathered(): Map<string, SystemPermission | null> {
  const found = new Map<string, SystemPermission | null>();
  for (const name of operationNames) {
    const operation = operationOf(name);
    if (operation.access !== "organization" || operation.kind !== "command") continue;
    const { audit, permission } = operation;
    const other = found.get(audit);
    found.set(audit, other === undefined || other === permission ? permission : null);
  }
  return found;
}
