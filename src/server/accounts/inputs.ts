import { foldEmail } from "#domain/email.ts";
import { passwordProblems, type PasswordOwner, type PasswordProblem } from "#domain/password.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { invalid } from "../operations/invalid.ts";

const passwordMessages: Readonly<Record<PasswordProblem, string>> = {
  tooShort: "Use at least 12 characters",
  tooLong: "Use at most 256 characters",
  common: "This password is among the first to be guessed",
  containsEmail: "Use more than your e-mail address",
  containsName: "Use more than your name",
};

/** An address to mail to, and what it is compared by. @throws FaultError `invalid` with the address's problem */
export function readEmail(path: string, raw: string): { readonly email: string; readonly folded: string } {
  const email = foldEmail(raw);
  return email.ok ? email : invalid(path, email.problem, "Enter an e-mail address, such as dana@example.com");
}

/** Refuses a password that the rules do not allow this person. @throws FaultError `invalid` with every problem */
export function requireGoodPassword(path: string, password: string, owner: PasswordOwner): void {
  if (!password.isWellFormed()) invalid(path, "malformed", "This password is not valid Unicode");
  const issues = passwordProblems(password, owner).map((code) => ({ path, code, message: passwordMessages[code] }));
  if (issues.length > 0) refuse({ kind: "invalid", issues });
}

/** A language tag in its canonical form, such as `en-GB`. @throws FaultError `invalid` */
export function readLocale(path: string, raw: string): string {
  try {
    const locale = Intl.getCanonicalLocales(raw)[0];
    if (locale !== undefined) return locale;
  } catch {
    // A RangeError means: not a tag.
  }
  return invalid(path, "unknownLocale", "Give a language tag, such as en-GB");
}

/** An IANA time zone. @throws FaultError `invalid` */
export function readTimeZone(path: string, raw: string): string {
  try {
    // Offsets such as +02:00 are no places: they miss daylight saving time.
    if (/^[a-z]/i.test(raw)) return new Intl.DateTimeFormat("en", { timeZone: raw }).resolvedOptions().timeZone;
  } catch {
    // A RangeError means: no such time zone.
  }
  return invalid(path, "unknownTimeZone", "Give an IANA time zone, such as Europe/Berlin");
}
