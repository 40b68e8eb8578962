import { controlCharacter, directionOverride, utf8Length } from "./unicode.ts";

export type EmailProblem =
  | "empty"
  | "tooLong"
  | "control"
  | "direction"
  | "ambiguous"
  | "missingAt"
  | "severalAt"
  | "localPart"
  | "domain";

/** `email` is what mail is sent to and people are shown; `folded` is what addresses are compared by. */
export type FoldedEmail =
  | { readonly ok: true; readonly email: string; readonly folded: string }
  | { readonly ok: false; readonly problem: EmailProblem };

const localPart = /^[^\s"(),:;<>@[\\\]\p{C}\p{Z}]+$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;
const structural = /[^\p{L}\p{N}\p{M}]/u;

/**
 * Reads an address: trims, normalises (NFKC) before anything is checked, then folds case. Mail only ever goes to
 * the normalised form, never to what was typed, so that two spellings cannot be two people (attack case 8).
 * Refuses characters that normalisation would turn into something with a meaning in an address, such as `＠`.
 */
export function foldEmail(raw: string): FoldedEmail {
  if (raw.length > 1024) return problem("tooLong");
  const typed = raw.trim();
  const email = typed.normalize("NFKC");
  const found = unsafe(typed) ?? malformed(email);
  if (found !== null) return problem(found);
  const folded = email.toLowerCase().normalize("NFKC").toLowerCase();
  const changed = malformed(folded);
  return changed === null ? { ok: true, email, folded } : problem(changed);
}

function unsafe(typed: string): EmailProblem | null {
  if (typed === "") return "empty";
  if (!typed.isWellFormed() || controlCharacter.test(typed)) return "control";
  if (directionOverride.test(typed)) return "direction";
  return Array.from(typed).some(becomesStructural) ? "ambiguous" : null;
}

function becomesStructural(character: string): boolean {
  const normal = character.normalize("NFKC");
  return normal !== character && structural.test(normal);
}

function malformed(email: string): EmailProblem | null {
  if (utf8Length(email) > 254) return "tooLong";
  const parts = email.split("@");
  if (parts.length < 2) return "missingAt";
  if (parts.length > 2) return "severalAt";
  const [local = "", domain = ""] = parts;
  if (!isLocalPart(local)) return "localPart";
  return isDomain(domain) ? null : "domain";
}

function isLocalPart(local: string): boolean {
  const dots = local.startsWith(".") || local.endsWith(".") || local.includes("..");
  return localPart.test(local) && !dots && utf8Length(local) <= 64;
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  const fits = labels.every((label) => domainLabel.test(label) && utf8Length(label) <= 63);
  return fits && labels.length >= 2 && !/^\p{N}+$/u.test(last);
}

function problem(code: EmailProblem): FoldedEmail {
  return { ok: false, problem: code };
}
