import type { Generated } from "kysely";

/** The keys beside the database: `audit` signs heads of audit logs, `secret` seals stored secrets. */
export type ServerKeyName = "audit" | "secret";

export interface ServerKeysTable {
  name: ServerKeyName;
  fingerprint: string;
  since: Generated<Date>;
}
