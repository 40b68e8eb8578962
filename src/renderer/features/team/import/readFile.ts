import { mostImportLines } from "#domain/invitationImport.ts";
import { parse } from "csv-parse/browser/esm/sync";
import { columnsOf, type Columns } from "./headers.ts";

/** One person of the file. The line is that on which the record ends. */
export interface FileLine {
  readonly line: number;
  readonly email: string;
  readonly role: string;
  readonly workspaces: readonly string[];
  readonly message: string;
  /** As the file writes it. */
  readonly accessUntil: string;
}

export type ReadCsv =
  | { readonly ok: true; readonly lines: readonly FileLine[]; readonly columns: Columns }
  | {
      readonly ok: false;
      readonly problem: "tooLarge" | "unreadable" | "noAddresses" | "empty" | "tooMany";
      readonly count: number;
    };

const largestFile = 3 * 1024 * 1024;
/** What the contract takes of one cell; longer ones are wrong anyway, and the server says so. */
const longest = { email: 1000, role: 200, workspace: 200, workspaces: 50, message: 1100, accessUntil: 100 };

/** Reads a list of people from a CSV file: with or without a header, commas, semicolons or tabs, any usual encoding. */
export async function readCsv(file: Blob): Promise<ReadCsv> {
  if (file.size > largestFile) return failed("tooLarge", file.size);
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const records = recordsOf(text);
  if (records === null) return failed("unreadable");
  const [first] = records;
  if (first === undefined) return failed("empty");
  const columns = columnsOf(first.record);
  if (columns === null) return failed("noAddresses");
  const people = columns.header ? records.slice(1) : records;
  if (people.length === 0) return failed("empty");
  if (people.length > mostImportLines) return failed("tooMany", people.length);
  return { ok: true, columns, lines: people.map(({ record, line }) => lineOf(record, line, columns)) };
}

const failed = (problem: Extract<ReadCsv, { ok: false }>["problem"], count = 0): ReadCsv => ({
  ok: false,
  problem,
  count,
});

/** UTF-8 with or without its mark, UTF-16 with one, else what Windows writes in the West. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

interface Numbered {
  readonly record: readonly string[];
  readonly line: number;
}

function recordsOf(text: string): Numbered[] | null {
  try {
    const ends: number[] = [];
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    return records
      .map((record, index) => ({ record, line: ends[index] ?? 0 }))
      .filter(({ record }) => record.some((cell) => cell !== ""));
  } catch {
    return null;
  }
}

/** Whichever of them the first line holds most of. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, "") ?? "";
  const counted = [",", ";", "\t"].map((mark) => [mark, first.split(mark).length] as const);
  return counted.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ",";
}

function lineOf(record: readonly string[], line: number, columns: Columns): FileLine {
  const { email, role, workspaces, message, accessUntil } = columns;
  const cell = (column: number | null, most: number) =>
    column === null ? "" : (record[column] ?? "").slice(0, most).toWellFormed().replaceAll("\0", "");
  return {
    line,
    email: cell(email, longest.email),
    role: cell(role, longest.role),
    workspaces: namesIn(cell(workspaces, 10_000)),
    message: cell(message, longest.message),
    accessUntil: cell(accessUntil, longest.accessUntil),
  };
}

/** 'Acme; Globex', or with commas where nothing else divides. */
function namesIn(text: string): string[] {
  const marks = /[;|\n]/.test(text) ? /[;|\n]/ : /,/;
  const names = text.split(marks).map((name) => name.trim().slice(0, longest.workspace));
  return names.filter((name) => name !== "").slice(0, longest.workspaces);
}
