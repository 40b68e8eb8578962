import type { Fault } from "#contract/fault.ts";
import { delayBefore, waited, type Delays } from "../back-off.ts";
import { createRemote, type RemoteOptions } from "../remote/remote.ts";
import type { Tokens } from "../remote/tokens.ts";

/** The tokens of a session that has ended here. */
export type Farewell = { readonly [Token in "access" | "refresh"]: string | null };

/**
 * Tells the server of sessions that ended here, so that nobody who signs out waits for it. Their tokens are in memory
 * only: where the program ends before the server is reached, nothing is left that anybody could use.
 */
export interface Farewells {
  say(farewell: Farewell): void;
  /** Gives what is under way a moment, then ends it. */
  close(): Promise<void>;
}

const defaultDelays: Delays = { firstMs: 1_000, mostMs: 60_000 };
const lastMomentMs = 1_000;

export function createFarewells(
  options: Pick<RemoteOptions, "baseUrl" | "userAgent">,
  delays: Delays = defaultDelays,
): Farewells {
  const closing = new AbortController();
  const { signal } = closing;
  const underWay = new Set<Promise<void>>();
  const tell = async (farewell: Farewell) => {
    const remote = createRemote({ ...options, tokens: tokensOf(farewell) });
    for (let attempt = 1; !signal.aborted; attempt++) {
      const answer = await remote.call("session.signOut", {}, { signal });
      if (answer.ok || !isAway(answer.fault)) return;
      await waited(delayBefore(attempt, delays), signal);
    }
  };
  return {
    say: (farewell) => {
      const telling = tell(farewell).finally(() => underWay.delete(telling));
      underWay.add(telling);
    },
    close: async () => {
      const told = new AbortController();
      void Promise.all(underWay).then(() => told.abort());
      await waited(lastMomentMs, told.signal);
      closing.abort();
    },
  };
}

/** Whether the server could not be reached; whatever else it says, the session is over or not its own. */
const isAway = ({ kind }: Fault): boolean => kind === "offline" || kind === "unavailable";

function tokensOf(farewell: Farewell): Tokens {
  const held = { ...farewell };
  return {
    access: () => held.access,
    refresh: () => held.refresh,
    renewed: async ({ accessToken, refreshToken }) =>
      void Object.assign(held, { access: accessToken, refresh: refreshToken }),
    refused: async () => void Object.assign(held, { access: null, refresh: null }),
  };
}
