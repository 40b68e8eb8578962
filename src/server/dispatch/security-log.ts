import type { SecurityKind } from "#contract/audit.ts";
import { newId } from "../storage/ids.ts";
import { insertSecurityEvent } from "../storage/queries/security-events.ts";
import type { Db } from "../storage/database.ts";
import type { Caller } from "./services.ts";

export interface SecurityEntry {
  readonly kind: SecurityKind;
  readonly accountId: string | null;
  readonly organizationId?: string;
  /** Never a secret: no password, code, token, nor an address that was typed and may be one. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes an entry of the security log, which the person and the organization's owners can read. */
export async function recordSecurity(db: Db, caller: Caller, entry: SecurityEntry): Promise<void> {
  await insertSecurityEvent(db, {
    id: newId(),
    at: caller.now,
    account_id: entry.accountId,
    organization_id: entry.organizationId ?? null,
    kind: entry.kind,
    address: caller.address,
    user_agent: caller.userAgent.slice(0, 300),
    detail: JSON.stringify(entry.detail ?? {}),
    request_id: caller.requestId,
  });
}
