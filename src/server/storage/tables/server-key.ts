import type { KeyRotation } from "#domain/audit/head.ts";
import type { ColumnType, Generated } from "kysely";

/** The keys beside the database: `audit` signs heads of audit logs, `secret` seals stored secrets. */
export type ServerKeyName = "audit" | "secret";

export interface ServerKeysTable {
  name: ServerKeyName;
  fingerprint: string;
  since: Generated<Date>;
  /** Of the key `audit`: from the first key to this one. */
  rotations: ColumnType<KeyRotation[], string | undefined, string>;
}
