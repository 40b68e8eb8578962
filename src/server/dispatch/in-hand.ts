import type { Dispatch } from "./dispatch.ts";

/**
 * Counts the calls that have no answer yet. A connection may be cut while its call still works, so whoever closes what
 * the call works with waits for `settled` first.
 */
export function countingInHand(dispatch: Dispatch): {
  readonly dispatch: Dispatch;
  readonly settled: () => Promise<void>;
} {
  let inHand = 0;
  let tell: (() => void) | undefined;
  return {
    dispatch: async (name, raw, caller) => {
      inHand += 1;
      try {
        return await dispatch(name, raw, caller);
      } finally {
        inHand -= 1;
        if (inHand === 0) tell?.();
      }
    },
    settled: async () => {
      if (inHand > 0) await new Promise<void>((resolve) => (tell = resolve));
    },
  };
}
