import type { Fault } from "#contract/fault.ts";
import type { Crop } from "#domain/logo.ts";

/** What the thread is given. */
export interface SvgWork {
  readonly bytes: Uint8Array;
  readonly crop: Crop | null;
}

/** What it answers: the cleaned text, or the fault that the person gets. */
export type SvgDone = { readonly ok: true; readonly svg: string } | { readonly ok: false; readonly fault: Fault };
