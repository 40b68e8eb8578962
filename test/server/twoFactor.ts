import type { SignedIn } from "#contract/entities/account.ts";
import { codeOf, roomInStep } from "#test/support/authenticator.ts";
import { goodPassword, newAddress, personOf, signUp } from "#test/support/journeys.ts";
import type { TestServer } from "#test/support/server.ts";

/** A person whose sign-in has a second step. */
export interface Guarded {
  readonly email: string;
  readonly session: SignedIn;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Signs somebody up who turns the second step on with the code of the step before, so that this one's is unused. */
export async function guarded(server: TestServer, email: string): Promise<Guarded> {
  const session = await signUp(server, { email });
  const as = personOf(session);
  const begun = await server.call("twoFactor.begin", { password: goodPassword }, { as, headers: newAddress() });
  if (begun.fault) throw new Error(JSON.stringify(begun.fault));
  const { secret } = begun.value;
  await roomInStep();
  const confirmed = await server.call("twoFactor.confirm", { code: codeOf(secret, -1) }, { as, headers: newAddress() });
  if (confirmed.fault) throw new Error(JSON.stringify(confirmed.fault));
  return { email, session, secret, recoveryCodes: confirmed.value.recoveryCodes };
}

/** What the right password gives: a challenge. */
export async function challengeOf(server: TestServer, email: string, password = goodPassword): Promise<string> {
  const reply = await server.call("session.signIn", { email, password }, { headers: newAddress() });
  if (reply.fault || !("challenge" in reply.value)) throw new Error(`No challenge: ${JSON.stringify(reply)}`);
  return reply.value.challenge;
}

export const complete = (server: TestServer, challenge: string, code: string) =>
  server.call("session.completeSignIn", { challenge, code }, { headers: newAddress() });

/** A code that no step near this one has. */
export function wrongCode(secret: string): string {
  const right = new Set([-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps)));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !right.has(code)) ?? "";
}

/** A challenge as if it had been given out long ago. */
export async function age(server: TestServer, accountId: string): Promise<void> {
  await server.services.pools.system
    .updateTable("sign_in_challenges")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("account_id", "=", accountId)
    .execute();
}
