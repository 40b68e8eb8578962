import { createHmac } from "node:crypto";
import type { Sealing } from "./accounts/sealing.ts";
import { publicKeyOf, type SigningKey } from "./audit/signing-key.ts";
import type { Db } from "./storage/database.ts";
import { anySealed, rememberedKey, rememberedRotations, replaceKey } from "./storage/queries/server-keys.ts";

export interface ServerKeys {
  readonly secret: Buffer;
  readonly sealing: Sealing;
  readonly signing: SigningKey;
  /** Takes keys that do not fit for the right ones from now on: the former ones are lost. */
  readonly acceptNew: boolean;
}

/** So many travel with a head. */
const mostRotations = 100;

const secretProblem =
  "The key in ORGDESK_SECRET_KEY (or the file secret-key in the data folder) is not the one that this database was " +
  "written with: nobody with two-factor sign-in could sign in. Give the former key, or start once with " +
  "--accept-new-keys if it is lost.";
const auditProblem =
  "The key in ORGDESK_AUDIT_KEY (or the file audit-key.json in the data folder) is not the one that signs this " +
  "database's audit logs, and that one does not vouch for it: every desktop would raise an alarm. Give the former key, " +
  "name it in ORGDESK_AUDIT_FORMER_KEY, or start once with --accept-new-keys if it is lost.";

/**
 * Refuses to serve a database with other keys than it was written with: what was sealed would not open, and what is
 * signed would not be believed. The first start on a database tells it which keys are the right ones. Gives the signing
 * key with every rotation that the database knows: who was away for long trusts a key from long ago.
 * @throws Error with one sentence that says which key, and what to do
 */
export async function checkKeys(system: Db, keys: ServerKeys): Promise<SigningKey> {
  await checkSecret(system, keys);
  return checkAudit(system, keys);
}

async function checkSecret(system: Db, { secret, sealing, acceptNew }: ServerKeys): Promise<void> {
  // Also a database from before this was written down has what tells.
  if (!acceptNew && !(await opensSealed(system, sealing))) throw new Error(secretProblem);
  const fingerprint = createHmac("sha256", secret).update("orgdesk secret key").digest("hex");
  if ((await rememberedKey(system, "secret", fingerprint)) === fingerprint) return;
  if (!acceptNew) throw new Error(secretProblem);
  await replaceKey(system, "secret", fingerprint);
}

async function opensSealed(system: Db, sealing: Sealing): Promise<boolean> {
  const sealed = await anySealed(system);
  if (sealed === undefined) return true;
  try {
    sealing.open(sealed.secret, sealed.account_id);
    return true;
  } catch {
    return false;
  }
}

async function checkAudit(system: Db, { signing, acceptNew }: ServerKeys): Promise<SigningKey> {
  const fingerprint = publicKeyOf(signing.key);
  const known = await rememberedKey(system, "audit", fingerprint);
  if (known !== fingerprint) {
    const vouched = signing.rotations.some(({ from }) => from === known);
    if (!vouched && !acceptNew) throw new Error(auditProblem);
    await replaceKey(system, "audit", fingerprint);
  }
  const rotations = await rememberedRotations(system, signing.rotations);
  return { key: signing.key, rotations: rotations.slice(-mostRotations) };
}
