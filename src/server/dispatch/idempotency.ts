import { sql, type RawBuilder } from "kysely";
import { hash } from "node:crypto";
import { insertKey, useOfKey } from "../storage/queries/idempotency-keys.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "./fault-error.ts";
import type { Caller } from "./services.ts";

const keyPattern = /^[\x21-\x7e]{8,100}$/;

/**
 * Left out of the digest: a quick hash beside the slow one would be a quick way to guess a password or a code. Tokens
 * are too long to guess, and another token is another request.
 */
const isGuessable = (field: string): boolean => /password|code/i.test(field);

const digestOfRequest = (name: string, raw: unknown): Buffer => {
  const text = JSON.stringify(raw, (field, value: unknown) => (isGuessable(field) ? undefined : value));
  return Buffer.from(hash("sha256", `${name}\n${text}`), "hex");
};

export type Remembered = { readonly replayed: true; readonly response: unknown } | { readonly replayed: false };

/** @throws FaultError `invalid` for what is no key */
export function requireKeyShape(key: string): void {
  if (keyPattern.test(key)) return;
  const message = "Use 8 to 100 visible ASCII characters";
  refuse({ kind: "invalid", issues: [{ path: "Idempotency-Key", code: "invalid_format", message }] });
}

/** A command as it was asked for. */
export interface Asked {
  readonly name: string;
  readonly raw: unknown;
  readonly caller: Pick<Caller, "idempotencyKey">;
}

/** Whose key it is, where the connection is narrowed to them already. */
export const whoCalls = sql<string>`orgdesk_account()`;

/**
 * Claims a command's key, if it has one, in the command's transaction and before it locks anything: whoever waits for a
 * key holds nothing that its holder may wait for. A second request with the key waits here until the first commits and
 * then gets its answer; a key used for something else is refused.
 */
export async function claimKey(
  db: Db,
  accountId: string | RawBuilder<string>,
  { name, raw, caller: { idempotencyKey: key } }: Asked,
): Promise<Remembered> {
  if (key === null) return { replayed: false };
  requireKeyShape(key);
  const request_digest = digestOfRequest(name, raw);
  if (await insertKey(db, { account_id: accountId, key, operation: name, request_digest })) return { replayed: false };
  const earlier = await useOfKey(db, accountId, key);
  if (earlier.operation !== name || !earlier.request_digest.equals(request_digest)) {
    return refuse({ kind: "conflict", code: "idempotencyKeyReused" });
  }
  return { replayed: true, response: earlier.response };
}
