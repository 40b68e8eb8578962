import type { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import { genesisHash } from "#domain/audit/chain.ts";
import { headText, keyIdOf } from "#domain/audit/head.ts";
import type { Db } from "../storage/database.ts";
import { sha256 } from "../dispatch/audit.ts";
import { storedHead } from "../storage/queries/audit-events.ts";
import { publicKeyOf, signText, type SigningKey } from "./signing-key.ts";

/** Says in the server's name where an organization's log stands now. */
export async function signedHead(
  db: Db,
  { key, rotations }: SigningKey,
  organizationId: string,
  now: Date,
): Promise<SignedAuditHead> {
  const { revision, hash } = await storedHead(db, organizationId);
  const publicKey = publicKeyOf(key);
  const head = {
    organizationId,
    revision,
    hash: hash === "" ? genesisHash : hash,
    at: now.toISOString(),
    keyId: keyIdOf(publicKey, sha256),
  };
  return { ...head, publicKey, signature: signText(headText(head), key), rotations: [...rotations] };
}
