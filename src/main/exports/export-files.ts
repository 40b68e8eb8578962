import type { Writable } from "node:stream";

/** A file that an export is being written to. */
export interface ExportFile {
  readonly stream: Writable;
  /** The export is whole: gives where the person finds it. */
  finish(): Promise<string>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Where a shell puts exports. */
export interface ExportFiles {
  create(name: string): Promise<ExportFile>;
}
