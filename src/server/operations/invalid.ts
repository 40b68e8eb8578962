import { cleanText, type TextProblem, type TextRule } from "#domain/text.ts";
import { refuse } from "../dispatch/fault-error.ts";

const messages: Readonly<Record<TextProblem, string>> = {
  empty: "Write something that can be seen",
  tooLong: "This text is too long",
  control: "Control characters are not allowed",
  direction: "Characters that change the direction of text are not allowed",
  malformed: "This text is not valid Unicode",
};

/** One issue of an input that only the rules, not its shape, find wrong. */
export const textIssue = (path: string, problem: TextProblem) => ({ path, code: problem, message: messages[problem] });

export function invalid(path: string, code: string, message: string): never {
  return refuse({ kind: "invalid", issues: [{ path, code, message }] });
}

/** A text that a person typed, as it is stored and shown, or the fault `invalid`. */
export function cleaned(path: string, raw: string, rule: TextRule): string {
  const clean = cleanText(raw, rule);
  return clean.ok ? clean.text : refuse({ kind: "invalid", issues: [textIssue(path, clean.problem)] });
}
