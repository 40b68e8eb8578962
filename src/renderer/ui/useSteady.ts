import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * The same function for good, which does what the latest given would: so that parts of a screen need not be drawn anew
 * for a new one. For what a person does, not for what is asked while drawing.
 */
export function useSteady<Given extends readonly unknown[], Result>(
  latest: (...given: Given) => Result,
): (...given: Given) => Result {
  const kept = useRef(latest);
  useLayoutEffect(() => {
    kept.current = latest;
  });
  return useCallback((...given) => kept.current(...given), []);
}
