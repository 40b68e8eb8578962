import type { Connection } from "#contract/desktop.ts";
import { delayBefore, waited, type Delays } from "./back-off.ts";

/** Whether the server answers. Calls report what they saw; while it does not answer, it is probed. */
export interface ConnectionState {
  current(): Connection;
  /** An answer came, whatever it said. */
  reached(): void;
  /** No answer came. */
  lost(): void;
  /** The server on this computer is starting. */
  starting(): void;
  stop(): void;
}

export interface ConnectionOptions {
  readonly probe: () => Promise<boolean>;
  readonly onChange: (connection: Connection) => void;
  readonly delays?: Delays;
}

const defaultDelays: Delays = { firstMs: 500, mostMs: 10_000 };

export function createConnection({ probe, onChange, delays = defaultDelays }: ConnectionOptions): ConnectionState {
  let current: Connection = "connecting";
  let probing: AbortController | null = null;
  const become = (next: Connection) => {
    if (next === current) return;
    current = next;
    onChange(next);
  };
  const reached = () => {
    probing?.abort();
    probing = null;
    become("online");
  };
  const probeUntilReached = async (signal: AbortSignal) => {
    for (let attempt = 1; await waited(delayBefore(attempt, delays), signal); attempt++) {
      const healthy = await probe();
      if (signal.aborted) return;
      if (healthy) reached();
    }
  };
  const startProbing = () => {
    if (probing !== null) return;
    probing = new AbortController();
    void probeUntilReached(probing.signal);
  };
  return {
    current: () => current,
    reached,
    lost: () => {
      if (current !== "connecting" || probing === null) become("offline");
      startProbing();
    },
    starting: () => {
      become("connecting");
      startProbing();
    },
    stop: () => probing?.abort(),
  };
}
