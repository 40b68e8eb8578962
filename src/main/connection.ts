import type { Connection } from "#contract/desktop.ts";
import { delayBefore, waited, type Delays } from "./back-off.ts";

/** Whether the server answers. Calls report what they saw; while it does not answer, it is probed. */
export interface ConnectionState {
  current(): Connection;
  /** When a server that does not answer is asked again; null while it is being asked, and while it answers. */
  nextTry(): string | null;
  /** Asks again at once instead of waiting for that. */
  tryNow(): void;
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
  /** Told of every change, of the connection and of the next try. */
  readonly onChange: (connection: Connection) => void;
  readonly delays?: Delays;
}

const defaultDelays: Delays = { firstMs: 500, mostMs: 10_000 };

export function createConnection({ probe, onChange, delays = defaultDelays }: ConnectionOptions): ConnectionState {
  let current: Connection = "connecting";
  let nextTry: string | null = null;
  let probing: AbortController | null = null;
  let hurry = new AbortController();
  const become = (next: Connection, at: string | null) => {
    if (next === current && at === nextTry) return;
    current = next;
    nextTry = at;
    onChange(next);
  };
  const reached = () => {
    probing?.abort();
    probing = null;
    become("online", null);
  };
  const pauseBefore = async (attempt: number, signal: AbortSignal) => {
    const ms = delayBefore(attempt, delays);
    hurry = new AbortController();
    if (current === "offline") become("offline", new Date(Date.now() + ms).toISOString());
    await waited(ms, AbortSignal.any([signal, hurry.signal]));
    if (signal.aborted) return;
    become(current, null);
  };
  const probeUntilReached = async (signal: AbortSignal) => {
    for (let attempt = 1; ; attempt++) {
      await pauseBefore(attempt, signal);
      if (signal.aborted) return;
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
    nextTry: () => nextTry,
    tryNow: () => hurry.abort(),
    reached,
    lost: () => {
      if (current !== "offline" && (current !== "connecting" || probing === null)) become("offline", null);
      startProbing();
    },
    starting: () => {
      become("connecting", null);
      startProbing();
    },
    stop: () => probing?.abort(),
  };
}
