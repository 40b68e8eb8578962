import type { Fault } from "./fault.ts";

/**
 * Where a value comes from: the server, or the desktop's snapshot of an earlier moment. `begins`: events from before
 * that instant are not kept, so that they are missing from the value.
 */
export type Source =
  | { readonly from: "server" }
  | { readonly from: "snapshot"; readonly asOf: string; readonly revision: number; readonly begins?: string };

/** What a call across the bridge always gives; nothing throws. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly source: Source }
  | { readonly ok: false; readonly fault: Fault };

/** An answer with a value, the server's unless said otherwise. */
export const answered = <Value>(value: Value, source: Source = { from: "server" }): Answer<Value> => ({
  ok: true,
  value,
  source,
});

/** An answer with the reason why there is none. */
export const failed = (fault: Fault): Answer<never> => ({ ok: false, fault });
