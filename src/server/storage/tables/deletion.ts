import type { Generated, JSONColumnType } from "kysely";

export interface DeletionCertificatesTable {
  organization_id: string;
  name: string;
  slug: string;
  requested_by: string;
  requested_at: Date;
  /** Null until the last row is gone. */
  purged_at: Date | null;
  /** Rows purged so far, by table. */
  counts: JSONColumnType<Record<string, number>, string | undefined>;
  chain_head: string;
  revision: number;
}

export interface CertificateReadersTable {
  organization_id: string;
  account_id: string;
}

export interface HeldNamesTable {
  organization_id: string;
  slug: string;
  name_key: string;
  until: Date;
}

/** Columns of an organization that is deleted but can still be restored. */
export interface HoldColumns {
  held_at: Date | null;
  purge_at: Date | null;
  held_by: Generated<string>;
}
