import type { ImportProblem } from "#domain/invitationImport.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import type { FileLine } from "./readFile.ts";

/** A line that was left out, and why in words. */
export interface LeftOut extends FileLine {
  readonly why: ImportProblem;
}

/** A file to begin with. */
export const template = (role: string): string =>
  csvLine(["email", "role", "workspaces", "message", "accessUntil"]) +
  csvLine(["dana@example.com", role, "", "Welcome to the team", ""]);

/** The lines that were left out with their reasons, in the columns in which they can be imported again. */
export function errorsFile(left: readonly LeftOut[], words: (why: ImportProblem) => string): string {
  const head = csvLine(["line", "email", "role", "workspaces", "message", "accessUntil", "problem"]);
  const lines = left.map(({ line, email, role, workspaces, message, accessUntil, why }) =>
    csvLine([String(line), email, role, workspaces.join("; "), message, accessUntil, words(why)]),
  );
  return head + lines.join("");
}
