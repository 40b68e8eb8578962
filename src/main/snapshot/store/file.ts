import { DatabaseSync } from "node:sqlite";
import { eraseFile } from "./erase.ts";
import type { Seals } from "./seal.ts";

/** Of the snapshot; grows with every change of what is stored or how. A file of another version is rebuilt. */
export const schemaVersion = 8;

/** How a file is made. */
interface Form {
  readonly version: number;
  /** Blocks of hundreds of kilobytes are read five times faster from large pages than from SQLite's own 4 kB. */
  readonly pageBytes: number;
}
const snapshotForm: Form = { version: schemaVersion, pageBytes: 32_768 };
/** What one large writing leaves of the log beside the file goes back to the disk with the next; SQLite keeps all of it. */
const mostLogBytes = 32 * 1024 * 1024;
const applicationId = 0x6f726764;
const proofPlace = (version: number): string => `${version}|proof`;

/** Where the blocks are: in a file, or in memory where there is none or another process writes it. */
export interface OpenedFile {
  readonly db: DatabaseSync;
  readonly kept: "disk" | "memory" | "elsewhere";
}

/**
 * Opens the file of blocks, alone: another process that has it open keeps it, and this one works in memory. A file of
 * another version, under another key or damaged, so far as `read` can tell, is deleted and begun anew; one that cannot
 * be opened at the moment is left as it is.
 */
export function openFile<Read>(
  path: string | null,
  seals: Seals,
  read: (db: DatabaseSync) => Read,
  form: Form = snapshotForm,
): OpenedFile & { readonly read: Read } {
  const inMemory = (kept: "memory" | "elsewhere") => {
    const db = prepared(formed(new DatabaseSync(":memory:"), form), seals, form.version);
    return { db, kept, read: read(db) };
  };
  if (path === null) return inMemory("memory");
  for (const attempt of ["first", "afterErasing"] as const) {
    try {
      const db = opened(path, seals, form);
      return { db, kept: "disk", read: closedOnError(db, () => read(db)) };
    } catch (error) {
      if (isBusy(error)) return inMemory("elsewhere");
      if (isOfMachine(error)) break;
      if (attempt === "first") eraseFile(path);
    }
  }
  return inMemory("memory");
}

function opened(path: string, seals: Seals, form: Form): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 200 });
  return closedOnError(db, () => {
    formed(db, form);
    // The lock lasts as long as the connection, and ends with the process however that ends.
    db.exec(`pragma locking_mode = exclusive; pragma journal_mode = wal; pragma journal_size_limit = ${mostLogBytes};
      begin immediate; commit`);
    return prepared(db, seals, form.version);
  });
}

/** Also in memory, since what is there may become a file. Pages that nothing is in can be given back to the disk. */
function formed(db: DatabaseSync, { pageBytes }: Form): DatabaseSync {
  db.exec(`pragma page_size = ${pageBytes}; pragma auto_vacuum = incremental`);
  return db;
}

function closedOnError<Value>(db: DatabaseSync, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepared(db: DatabaseSync, seals: Seals, wanted: number): DatabaseSync {
  db.exec("pragma synchronous = full; pragma secure_delete = on; pragma temp_store = memory");
  const isNew = numberOf(db, "select count(*) as value from sqlite_schema") === 0;
  if (isNew) return created(db, seals, wanted);
  const version = numberOf(db, "select user_version as value from pragma_user_version");
  const application = numberOf(db, "select application_id as value from pragma_application_id");
  const proof = db.prepare("select sealed from proof").get()?.["sealed"];
  const ours = proof instanceof Uint8Array && seals.open(proofPlace(wanted), proof) !== null;
  if (version !== wanted || application !== applicationId || !ours) {
    throw new Error("This is not a file that can be read");
  }
  return db;
}

function created(db: DatabaseSync, seals: Seals, version: number): DatabaseSync {
  db.exec(`begin;
    create table proof (sealed blob not null);
    create table blocks (
      owner blob not null, kind integer not null, number integer not null, sealed blob not null,
      unique (owner, kind, number)
    );
    pragma application_id = ${applicationId}; pragma user_version = ${version}`);
  db.prepare("insert into proof values (?)").run(seals.seal(proofPlace(version), Buffer.alloc(0)));
  db.exec("commit");
  return db;
}

const numberOf = (db: DatabaseSync, query: string): number => Number(db.prepare(query).get()?.["value"]);

/** Numbers of SQLite's result codes. */
const [forbidden, busy, noMemory, readOnly, inputOutput, corrupt, full, cannotOpen, noDatabase] = [
  3, 5, 7, 8, 10, 11, 13, 14, 26,
];

/**
 * Of the extended codes: what is new could not be written (a quota is used up, a file may not grow), brought to the
 * disk (a file or its folder), or cut off. They tell nothing of what was written before.
 */
const cannotWrite = [778, 1034, 1290, 1546];

const extendedCode = (error: unknown): number | null =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : null;

const errorCode = (error: unknown): number | null => {
  const code = extendedCode(error);
  return code === null ? null : code & 0xff;
};

/** Whether an error comes from SQLite, and not from what was to be written. */
export const isOfDatabase = (error: unknown): boolean => errorCode(error) !== null;

/** Whether another connection has the file. */
export const isBusy = (error: unknown): boolean => errorCode(error) === busy;

/** Whether there is no room left. */
export const isFull = (error: unknown): boolean => errorCode(error) === full;

/** Whether nothing new can be written at the moment, while what was written before stands as it is. */
export const isUnwritable = (error: unknown): boolean =>
  isFull(error) || cannotWrite.some((code) => code === extendedCode(error));

/** Whether an error tells of the machine, and nothing of what is in the file. */
const isOfMachine = (error: unknown): boolean =>
  [forbidden, noMemory, readOnly, full, cannotOpen].some((code) => code === errorCode(error));

/** Whether the file itself fails, so that nothing of it can be relied on. */
export const isBroken = (error: unknown): boolean =>
  !isUnwritable(error) && [inputOutput, corrupt, noDatabase].some((code) => code === errorCode(error));
