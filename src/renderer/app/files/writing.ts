import type { Source } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";

/** What writing a file may use: how far it is, and whether it shall stop. */
export interface Writing {
  readonly onProgress: (written: number) => void;
  readonly signal: AbortSignal;
  /** Told where each part comes from. */
  readonly onSource: (source: Source) => void;
}

export type Written =
  | { readonly status: "done"; readonly csv: string; readonly count: number }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly fault: Fault };
