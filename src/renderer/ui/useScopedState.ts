import { useCallback, useState } from "react";

type Next<Value> = Value | ((before: Value) => Value);

/**
 * State that belongs to one scope, such as an organization: when another one comes it is `initial` again, and what is
 * set late for the former changes nothing. So what is on the screen may stay there while its scope changes.
 */
export function useScopedState<Value>(scope: string, initial: Value) {
  const [held, hold] = useState({ scope, value: initial });
  if (held.scope !== scope) hold({ scope, value: initial });
  const set = useCallback(
    (next: Next<Value>) =>
      hold((before) => {
        if (before.scope !== scope) return before;
        return { scope, value: isChange(next) ? next(before.value) : next };
      }),
    [scope],
  );
  return [held.scope === scope ? held.value : initial, set] as const;
}

const isChange = <Value>(next: Next<Value>): next is (before: Value) => Value => typeof next === "function";
