import type { SignedIn } from "#contract/entities/account.ts";
import { defaultPreset } from "#domain/policy/presets.ts";
import type { BaseContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { FaultError, refuse } from "../dispatch/fault-error.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import { createOrganization } from "../organizations/create.ts";
import { newId } from "../storage/ids.ts";
import { accountOf, insertAccount, updateAccount } from "../storage/queries/accounts.ts";
import { placeOfToken } from "../storage/queries/received-invitations.ts";
import { spendSignUp, type SignUp } from "../storage/queries/sign-ups.ts";
import { inSavepoint } from "../storage/savepoint.ts";
import { startSession } from "./sessions.ts";

/** Leaves room for the rest of an organization's 100 characters. */
const ownOrganization = (name: string): string => `${Array.from(name).slice(0, 80).join("").trim()}'s organization`;

/** Makes an account out of an attempt whose code was right, with everything that belongs to it, or nothing at all. */
export async function finishSignUp(db: Db, signUp: SignUp, context: BaseContext, client: string): Promise<SignedIn> {
  const { caller } = context;
  const { email, email_folded, name, password_digest } = signUp;
  const id = newId();
  const mine = await spendSignUp(db, signUp.id, caller.now);
  // Another attempt for the address may have been finished since the code was mailed.
  if (!mine || !(await insertAccount(db, { id, email, email_folded, name, password_digest }, caller.now))) {
    return refuse({ kind: "conflict", code: "codeSpent" });
  }
  await recordSecurity(db, caller, { kind: "account.created", accountId: id });
  const request = { requestId: caller.requestId, at: caller.now };
  const details = { name: ownOrganization(name), preset: defaultPreset };
  const own = await createOrganization(db, { accountId: id, name }, details, request, { personal: true });
  const joinedOrganizationId = await joinInvited(
    db,
    signUp,
    { accountId: id, name, emailFolded: email_folded },
    context,
  );
  const last_organization_id = joinedOrganizationId ?? own.organizationId;
  const account = accountOf(await updateAccount(db, id, { last_organization_id }, caller.now));
  return startSession(db, account, caller, { client, joinedOrganizationId });
}

/** Accepts the invitation whose link led to the sign-up. One that cannot be accepted any more costs only itself. */
async function joinInvited(
  db: Db,
  signUp: SignUp,
  person: { accountId: string; name: string; emailFolded: string },
  { caller, services }: BaseContext,
): Promise<string | null> {
  if (signUp.invitation_digest === null) return null;
  const place = await placeOfToken(db, signUp.invitation_digest);
  if (place === null) return null;
  const request = { requestId: caller.requestId, at: caller.now };
  try {
    const joined = await inSavepoint(db, () => acceptInvitation(db, person, place, request));
    return joined.waitingForSeat ? null : joined.organizationId;
  } catch (error) {
    if (!(error instanceof FaultError)) {
      services.log.error({ err: error, requestId: caller.requestId }, "an invitation was not accepted at sign-up");
    }
    return null;
  }
}
