import type { SignedIn } from "#contract/entities/account.ts";
import { letterSchema, type Letter } from "#server/mail/letter.ts";
import type { Person, TestServer } from "./server.ts";

export const goodPassword = "violet-harbour-93-lanterns";

/** Letters that wait in the outbox for an address, the newest last. */
export async function lettersTo({ services }: Pick<TestServer, "services">, address: string): Promise<Letter[]> {
  const rows = await services.pools.system
    .selectFrom("outbox")
    .select("payload")
    .where("kind", "=", "mail")
    .orderBy("id")
    .execute();
  return rows.map((row) => letterSchema.parse(row.payload)).filter((letter) => letter.to === address);
}

/** The code of the newest letter to an address that has one. */
export async function codeTo(server: Pick<TestServer, "services">, address: string): Promise<string> {
  const codes = (await lettersTo(server, address)).flatMap((letter) => ("code" in letter ? [letter.code] : []));
  const code = codes.at(-1);
  if (code === undefined) throw new Error(`No code was mailed to ${address}`);
  return code;
}

/** A code that is certainly not this one. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Each journey comes from an address of its own, so that limits per address do not meet. */
let lastAddress = 0;
export function newAddress(): Record<string, string> {
  lastAddress += 1;
  return { "x-forwarded-for": `10.1.${Math.floor(lastAddress / 250)}.${(lastAddress % 250) + 1}` };
}

/** Signs a person up with the mailed code, as a client does. */
export async function signUp(
  server: TestServer,
  person: { email: string; name?: string; password?: string; invitationToken?: string },
): Promise<SignedIn> {
  const headers = newAddress();
  const { email, name = "Dana Reyes", password = goodPassword, invitationToken } = person;
  const input = { email, name, password, ...(invitationToken === undefined ? {} : { invitationToken }) };
  const started = await server.call("account.signUp", input, { headers });
  if (started.fault) throw new Error(`Sign-up was refused: ${JSON.stringify(started.fault)}`);
  const { signUpId } = started.value;
  const done = await server.call("account.verify", { signUpId, code: await codeTo(server, email) }, { headers });
  if (done.fault) throw new Error(`The code was refused: ${JSON.stringify(done.fault)}`);
  return done.value;
}

export async function signIn(server: TestServer, email: string, password = goodPassword): Promise<SignedIn> {
  const done = await server.call("session.signIn", { email, password }, { headers: newAddress() });
  if (done.fault) throw new Error(`Sign-in was refused: ${JSON.stringify(done.fault)}`);
  if ("challenge" in done.value) throw new Error(`Sign-in of ${email} asks for a second step`);
  return done.value;
}

/** The person behind tokens, to make calls as. */
export const personOf = ({ account, accessToken }: SignedIn): Person => ({
  accountId: account.id,
  name: account.name,
  email: account.email,
  token: accessToken,
});
