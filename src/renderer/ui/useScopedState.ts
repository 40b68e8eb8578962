import { useCallback, useReducer, useState } from "react";

type Next<Value> = Value | ((before: Value) => Value);

/**
 * State that belongs to one scope, such as an organization: when another one comes it is `initial` again, and what is
 * set late for the former changes nothing. So what is on the screen may stay there while its scope changes.
 */
export function useScopedState<Value>(scope: string, initial: Value) {
  const [held] = useState(() => new Held(scope, initial));
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const set = useCallback(
    (next: Next<Value>) => {
      if (held.change(scope, next)) redraw();
    },
    [held, scope],
  );
  return [held.of(scope, initial), set] as const;
}

/** Beside React's own state, which to change while drawing would have all of its component drawn twice. */
class Held<Value> {
  #scope: string;
  #value: Value;

  constructor(scope: string, value: Value) {
    this.#scope = scope;
    this.#value = value;
  }

  of(scope: string, initial: Value): Value {
    if (this.#scope !== scope) {
      this.#scope = scope;
      this.#value = initial;
    }
    return this.#value;
  }

  /** Whether there is another value now. */
  change(scope: string, next: Next<Value>): boolean {
    if (this.#scope !== scope) return false;
    const before = this.#value;
    this.#value = isChange(next) ? next(before) : next;
    return !Object.is(this.#value, before);
  }
}

const isChange = <Value>(next: Next<Value>): next is (before: Value) => Value => typeof next === "function";
