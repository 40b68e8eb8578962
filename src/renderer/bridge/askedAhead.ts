import type { Answer } from "#contract/answer.ts";
import type { Bridge } from "#contract/bridge.ts";

const keyOf = (...call: unknown[]): string => JSON.stringify(call);

/**
 * A bridge that has been asked already what the page is going to ask first: each answer is handed out once, to whoever
 * asks the same. An event may tell of a change since, so after one the same is asked anew.
 */
export function askedAhead(bridge: Bridge, ask: (call: Bridge["call"]) => void): Bridge {
  const asked = new Map<string, Promise<Answer<never>>>();
  const answered = new Set<string>();
  ask(async (name, input, given) => {
    const key = keyOf(name, input, given);
    const answer = bridge.call(name, input, given);
    asked.set(key, answer as Promise<Answer<never>>);
    void answer.finally(() => answered.add(key)).catch(() => undefined);
    return await answer;
  });
  const end = bridge.subscribe(() => {
    for (const key of answered) void take(key);
  });
  /** What was asked ahead, once; there is nothing to listen for after the last. */
  function take(key: string): Promise<Answer<never>> | undefined {
    const answer = asked.get(key);
    if (asked.delete(key) && asked.size === 0) end();
    return answer;
  }
  return {
    call: async (name, input, given) => {
      const ahead = asked.size === 0 ? undefined : take(keyOf(name, input, given));
      return await (ahead ?? bridge.call(name, input, given));
    },
    subscribe: (listener) => bridge.subscribe(listener),
  };
}
