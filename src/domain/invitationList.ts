import { foldEmail, type EmailProblem } from "./email.ts";

/** One address of a pasted list. `line` counts from 1; `name` is the display name before `<address>`, if any. */
export type InvitationLine =
  | {
      readonly line: number;
      readonly text: string;
      readonly problem: null;
      readonly email: string;
      readonly folded: string;
      readonly name: string | null;
    }
  | { readonly line: number; readonly text: string; readonly problem: EmailProblem | "repeated" };

/**
 * Reads a pasted list of addresses: separated by commas, semicolons, line breaks or blanks, plain or as
 * `Name <address>`, with commas allowed in quoted names. Every entry keeps its line, so that the invitation form
 * can say line by line what is wrong; a second mention of an address is `repeated`.
 */
export function parseInvitationList(text: string): InvitationLine[] {
  const seen = new Set<string>();
  const lines = text.split(/\r\n|\r|\n/u);
  return lines.flatMap((content, index) => entriesOf(content).map((entry) => readEntry(index + 1, entry, seen)));
}

function readEntry(line: number, text: string, seen: Set<string>): InvitationLine {
  const { address, name } = split(text);
  const read = foldEmail(address);
  if (!read.ok) return { line, text, problem: read.problem };
  if (seen.has(read.folded)) return { line, text, problem: "repeated" };
  seen.add(read.folded);
  return { line, text, problem: null, email: read.email, folded: read.folded, name };
}

/** The entries of one line: split at separators outside quotes, then at blanks where every word is an address. */
function entriesOf(content: string): string[] {
  const pieces = content.match(/(?:"[^"]*"|[^",;]|"(?=[^"]*$))+/gu) ?? [];
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .flatMap((piece) => {
      const words = piece.split(/\s+/u);
      return words.every((word) => word.includes("@") && !/[<>"]/u.test(word)) ? words : [piece];
    });
}

function split(entry: string): { address: string; name: string | null } {
  const open = entry.lastIndexOf("<");
  if (open === -1 || !entry.endsWith(">")) return { address: entry, name: null };
  const name = entry.slice(0, open).trim().replaceAll(/^"|"$/gu, "").trim();
  return { address: entry.slice(open + 1, -1), name: name === "" ? null : name };
}
