import { codePoints, controlCharacter, directionOverride, visible } from "./unicode.ts";

export type TextProblem = "empty" | "tooLong" | "control" | "direction" | "malformed";
export type CleanText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: TextProblem };

/** What a field takes. */
export interface TextRule {
  /** Longest allowed, in code points. */
  readonly max: number;
  /** Whether line breaks and tabs are allowed (messages, descriptions). Off by default (names). */
  readonly multiline?: boolean;
  /** Whether nothing at all is allowed. Off by default. */
  readonly optional?: boolean;
}

/**
 * What becomes of a text that a person typed: trimmed, NFC, line breaks as `\n`; or the problem with it.
 * NUL and other control characters and direction overrides are refused rather than removed, so that nobody
 * is shown another text than they wrote.
 */
export function cleanText(raw: string, rule: TextRule): CleanText {
  if (raw.length > rule.max * 4 + 64) return problem("tooLong");
  if (!raw.isWellFormed()) return problem("malformed");
  const text = raw.normalize("NFC").replaceAll("\r\n", "\n").trim();
  const plain = rule.multiline === true ? text.replaceAll(/[\n\t]/gu, " ") : text;
  if (controlCharacter.test(plain)) return problem("control");
  if (directionOverride.test(text)) return problem("direction");
  if (codePoints(text) > rule.max) return problem("tooLong");
  if (!visible.test(text) && !(text === "" && rule.optional === true)) return problem("empty");
  return { ok: true, text };
}

function problem(code: TextProblem): CleanText {
  return { ok: false, problem: code };
}
