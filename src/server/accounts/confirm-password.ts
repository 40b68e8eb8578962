import type { OperationName } from "#contract/operations.ts";
import type { AccountContext, OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { enforceLimit } from "../dispatch/limits.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { lockCredentials } from "../storage/queries/accounts.ts";
import { passwordDigestOf } from "../storage/queries/deletions.ts";
import { passwordFits } from "./passwords.ts";

/** Tries per quarter of an hour, as for changing the password. */
const tries = { perAddress: 60, perSubject: 10, subject: "accountId", seconds: 900 };

/**
 * Makes sure that the person at the keyboard is who signed in.
 * @throws FaultError `unauthenticated` for a wrong password, `limitReached` for many tries
 */
export async function confirmPassword(
  { services, account, caller, rehearsal }: OrganizationContext,
  operation: OperationName,
  password: string,
): Promise<void> {
  if (rehearsal) return;
  const { underLock } = services.pools;
  const { address, now } = caller;
  // Counted beside this transaction, which the refusal rolls back.
  await enforceLimit(underLock, operation, tries, { address, now, input: { accountId: account.id } });
  if (await passwordFits(password, await passwordDigestOf(underLock, account.id))) return;
  await recordSecurity(underLock, caller, {
    kind: "session.signInFailed",
    accountId: account.id,
    detail: { operation },
  });
  refuse({ kind: "unauthenticated", reason: "badCredentials" });
}

/**
 * The same in a command about the person alone, whose tries its own limit has counted. The account stays locked.
 * @throws FaultError `unauthenticated` for a wrong password
 */
export async function confirmOwnPassword(
  { services, account, caller, db }: AccountContext,
  operation: OperationName,
  password: string,
): Promise<void> {
  if (await passwordFits(password, (await lockCredentials(db, account.id)).password_digest)) return;
  // Beside this transaction, which the refusal rolls back; not awaited, since it holds a connection of the same pool.
  recordSecurity(services.pools.system, caller, {
    kind: "session.signInFailed",
    accountId: account.id,
    detail: { operation },
  }).catch((error: unknown) => services.log.error({ err: error }, "a wrong password was not noted"));
  refuse({ kind: "unauthenticated", reason: "badCredentials" });
}
