import { isNameTyped } from "#domain/deletion.ts";
import { passwordFits } from "../accounts/passwords.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { enforceLimit } from "../dispatch/limits.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { passwordDigestOf } from "../storage/queries/deletions.ts";

const operation = "deletion.request";

/** Tries per quarter of an hour, as for changing the password. */
const tries = { perAddress: 60, perSubject: 10, subject: "accountId", seconds: 900 };

export type Confirmation = { readonly name: string; readonly password: string };

/**
 * Makes sure that the person means this organization and is who they are. A rehearsal deletes nothing, and asks
 * nothing that could be guessed by it.
 * @throws FaultError `invalid` for another name, `unauthenticated` for a wrong password, `limitReached` for many tries
 */
export async function confirm(context: OrganizationContext, { name, password }: Confirmation): Promise<void> {
  const { services, account, organization, caller, rehearsal } = context;
  if (rehearsal) return;
  const { system } = services.pools;
  if (!isNameTyped(name, organization.name)) {
    const message = "This is not the name of the organization";
    refuse({ kind: "invalid", issues: [{ path: "name", code: "nameMismatch", message }] });
  }
  const { address, now } = caller;
  // Counted beside this transaction, which the refusal rolls back.
  await enforceLimit(system, operation, tries, { address, now, input: { accountId: account.id } });
  if (await passwordFits(password, await passwordDigestOf(system, account.id))) return;
  await recordSecurity(system, caller, {
    kind: "session.signInFailed",
    accountId: account.id,
    detail: { operation },
  });
  refuse({ kind: "unauthenticated", reason: "badCredentials" });
}
