import { answered, type Answer } from "#contract/answer.ts";
import type { DesktopEvent, DesktopInput, DesktopOutput } from "#contract/desktop.ts";
import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";
import { describeError, type Logger } from "../logger.ts";
import type { OpenStream } from "../remote/remote.ts";
import type { ExportFile, ExportFiles } from "./export-files.ts";
import { fileDay } from "./fileDay.ts";
import type { OpenExport } from "./kept-events.ts";
import { rowCounter } from "./rows.ts";

type Progress = Extract<DesktopEvent, { type: "auditExport" }>;
type Wish = DesktopInput<"auditExport.start">;

/** Opens the log, at the server or where it is kept. */
export type OpenLog = (wish: Wish, signal: AbortSignal) => Promise<Answer<OpenExport>>;

export interface AuditExports {
  start(open: OpenLog, wish: Wish): Promise<Answer<DesktopOutput<"auditExport.start">>>;
  cancel(exportId: string): boolean;
  cancelAll(): void;
}

export interface AuditExportsOptions {
  readonly files: ExportFiles;
  readonly emit: (event: DesktopEvent) => void;
  readonly logger: Logger;
}

const tellEveryMs = 200;

/** Streams filtered audit logs into files, telling how far each is. A cancelled or broken export leaves no file. */
export function createAuditExports({ files, emit, logger }: AuditExportsOptions): AuditExports {
  const running = new Map<string, AbortController>();
  const run = async (exportId: string, open: OpenExport, wish: Wish, abort: AbortController) => {
    const progress = { type: "auditExport", exportId, written: 0, total: open.total } as const;
    let written = 0;
    const tell = (status: Progress["status"], file: string | null = null) =>
      emit({ ...progress, status, written, file });
    const file = await files.create(fileName(wish.format, open.moment)).catch((error: unknown) => {
      open.body.destroy();
      throw error;
    });
    try {
      await copy(open, file, wish.format, abort.signal, (rows) => {
        written = rows;
        tell("running");
      }).then((rows) => (written = rows));
      tell("done", await file.finish());
    } catch (error) {
      await file.discard();
      if (!abort.signal.aborted) logger.warn("An export broke off", { exportId, ...describeError(error) });
      tell(abort.signal.aborted ? "cancelled" : "failed");
    } finally {
      running.delete(exportId);
    }
  };
  const cancel = (exportId: string) => {
    const abort = running.get(exportId);
    abort?.abort();
    return abort !== undefined;
  };
  return {
    start: async (openLog, wish) => {
      const abort = new AbortController();
      const exportId = randomUUID();
      // From the very beginning, so that signing out ends also what is still being opened.
      running.set(exportId, abort);
      const open = await openLog(wish, abort.signal);
      if (!open.ok) {
        running.delete(exportId);
        return open;
      }
      void run(exportId, open.value, wish, abort).catch((error: unknown) => {
        running.delete(exportId);
        logger.error("An export could not be written", { exportId, ...describeError(error) });
        emit({ type: "auditExport", exportId, status: "failed", written: 0, total: open.value.total, file: null });
      });
      const { moment } = open.value;
      return answered({ exportId, moment: moment && shownMoment(moment) });
    },
    cancel,
    cancelAll: () => {
      for (const exportId of running.keys()) cancel(exportId);
    },
  };
}

const shownMoment = ({ asOf, revision, begins }: NonNullable<OpenExport["moment"]>) => ({
  asOf,
  revision,
  begins: begins ?? null,
});

/** The name says what a file of events alone cannot: that it ends at an earlier moment, and what it leaves out. */
function fileName(format: Wish["format"], moment: OpenExport["moment"]): string {
  const day = fileDay(moment === null ? Date.now() : Date.parse(moment.asOf));
  if (moment === null) return `audit-log-${day}.${format}`;
  const since = moment.begins === undefined ? "" : `-since-${fileDay(Date.parse(moment.begins))}`;
  return `audit-log-${day}-as-of-revision-${moment.revision}${since}.${format}`;
}

async function copy(
  open: OpenStream,
  file: ExportFile,
  format: Wish["format"],
  signal: AbortSignal,
  tell: (rows: number) => void,
): Promise<number> {
  const counter = rowCounter(format);
  let rows = 0;
  let told = Date.now();
  const counted = new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      rows = counter.count(chunk);
      if (Date.now() - told >= tellEveryMs) {
        told = Date.now();
        tell(rows);
      }
      done(null, chunk);
    },
  });
  await pipeline(open.body, counted, file.stream, { signal });
  // A stream that was cut ends like a whole one: only the count tells.
  if (open.total !== null && rows < open.total)
    throw new Error(`The export ended after ${rows} of ${open.total} events`);
  return rows;
}
