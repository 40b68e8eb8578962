import { useState } from "react";

/**
 * What was chosen shows at once, until what is saved has been read anew: a next choice made in between builds on it, and
 * does not take the one before back. `choose` gets whether it could be saved.
 */
export function useAhead<Value>(saved: Value, choose: (value: Value) => Promise<{ readonly ok: boolean }>) {
  const [ahead, setAhead] = useState({ of: saved, value: saved });
  const value = ahead.of === saved ? ahead.value : saved;
  const set = async (next: Value) => {
    setAhead({ of: saved, value: next });
    if ((await choose(next)).ok) return;
    setAhead((now) => (now.value === next ? { of: saved, value: saved } : now));
  };
  return [value, set] as const;
}
