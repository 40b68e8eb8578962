import type { Generated } from "kysely";

/** Of one person, never of an organization. */
export interface TwoFactorsTable {
  account_id: string;
  /** Sealed under the server's key. */
  secret: Buffer;
  /** The newest 30-second step whose code was used. */
  last_step: Generated<number>;
  started_at: Date;
  /** Null until a code of it was confirmed: it does not count yet. */
  confirmed_at: Date | null;
}

export interface RecoveryCodesTable {
  account_id: string;
  digest: Buffer;
  used_at: Date | null;
}

/** A sign-in whose password was right and whose code is awaited. */
export interface SignInChallengesTable {
  digest: Buffer;
  account_id: string;
  client: string;
  attempts: Generated<number>;
  expires_at: Date;
  used_at: Date | null;
}
