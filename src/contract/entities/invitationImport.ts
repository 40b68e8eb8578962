import { importProblems, mostImportLines } from "#domain/invitationImport.ts";
import { z } from "zod";
import { id } from "../scalars.ts";

/** One line of a list of people to invite, as read from a file: what is wrong with it is answered, not refused. */
export const ImportLine = z.strictObject({
  /** Where it stood in the file, counted from 1. */
  line: z.int().min(1).max(1_000_000),
  email: z.string().max(1000),
  /** A role by its name or key. */
  role: z.string().max(200),
  /** Workspaces by name, short name or id; for roles that do not see them all. */
  workspaces: z.array(z.string().min(1).max(200)).max(50).default([]),
  message: z.string().max(5000).default(""),
  /** The last day of access, `2026-12-31` in the organization's time zone, or the instant at which it ends; empty: never. */
  accessUntil: z.string().max(100).default(""),
});
export type ImportLine = z.input<typeof ImportLine>;

export const ImportLines = z.array(ImportLine).min(1).max(mostImportLines);

const why = z.enum(importProblems);

/** A line that would not become an invitation, and why. */
export const ImportProblemAt = z.object({ line: z.int(), why });
export type ImportProblemAt = z.infer<typeof ImportProblemAt>;

/** What became of one line. */
export const ImportOutcome = z.discriminatedUnion("result", [
  z.object({ result: z.literal("sent"), line: z.int(), invitationId: id }),
  z.object({ result: z.literal("skipped"), line: z.int(), why }),
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;
