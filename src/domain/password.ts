import { isCommon } from "./password/isCommon.ts";
import { codePoints } from "./unicode.ts";

/** Shortest password, in code points. */
export const minPasswordLength = 12;
/** Longest password, in code points: what hashing takes without becoming a way to tire the server. */
export const maxPasswordLength = 256;

export type PasswordProblem = "tooShort" | "tooLong" | "common" | "containsEmail" | "containsName";

/** Who chooses the password: it may not consist mostly of their address or name. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Everything that is wrong with a password; empty when it may be used. */
export function passwordProblems(password: string, owner: PasswordOwner): PasswordProblem[] {
  const length = codePoints(password);
  if (length > maxPasswordLength) return ["tooLong"];
  const problems: PasswordProblem[] = [];
  if (length < minPasswordLength) problems.push("tooShort");
  if (isCommon(password)) problems.push("common");
  if (leansOn(password, [owner.email, owner.email.split("@")[0] ?? ""])) problems.push("containsEmail");
  if (leansOn(password, owner.name.split(/\s+/u))) problems.push("containsName");
  return problems;
}

/** A hint while typing; only `passwordProblems` decides. */
export function passwordStrength(password: string): "weak" | "fair" | "strong" {
  const length = codePoints(password);
  if (length < minPasswordLength || length > maxPasswordLength || isCommon(password)) return "weak";
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const bits = new Set(password).size * (2 + kinds);
  return bits >= 50 ? "strong" : "fair";
}

/** Whether little is left of a password without these pieces; pieces under four characters occur in anything. */
function leansOn(password: string, pieces: readonly string[]): boolean {
  const folded = password.normalize("NFKC").toLowerCase();
  const known = pieces.map((piece) => piece.normalize("NFKC").toLowerCase()).filter((piece) => codePoints(piece) >= 4);
  if (!known.some((piece) => folded.includes(piece))) return false;
  const rest = known.reduce((text, piece) => text.replaceAll(piece, ""), folded);
  return codePoints(rest) < 8;
}
