import { readSecondFactor, recoveryCodeBytes, recoveryCodeCount, recoveryCodeOf } from "#domain/recoveryCode.ts";
import { randomBytes } from "node:crypto";
import type { Db } from "../storage/database.ts";
import { digestOf } from "../dispatch/token.ts";
import { replaceRecoveryCodes } from "../storage/queries/two-factors.ts";

/** A code belongs to one person: the same characters have another digest elsewhere. */
export const digestOfRecoveryCode = (accountId: string, code: string): Buffer => digestOf(`${accountId}:${code}`);

/** Gives a person new recovery codes in place of the earlier ones. Only digests are stored. */
export async function issueRecoveryCodes(db: Db, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(recoveryCodeBytes)));
  const digests = codes.map((code) => digestOfRecoveryCode(accountId, readSecondFactor(code)?.code ?? code));
  await replaceRecoveryCodes(db, accountId, digests);
  return codes;
}
