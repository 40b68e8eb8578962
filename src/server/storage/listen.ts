import pg from "pg";

type Handler = (payload: string) => void;

/** Hears what any server on this database announces with `pg_notify`. */
export interface Listener {
  /** Calls the handler for every announcement on the channel. Returns how to stop hearing it. */
  readonly on: (channel: string, handler: Handler) => Promise<() => Promise<void>>;
  /** Calls the handler after a lost connection came back: announcements may have been missed meanwhile. */
  readonly onReconnect: (handler: () => void) => void;
  readonly close: () => Promise<void>;
}

const firstDelay = 100;
const longestDelay = 5_000;

/** Opens one connection that listens for as long as the server runs, and comes back after a loss. */
export async function openListener(connectionString: string): Promise<Listener> {
  const handlers = new Map<string, Set<Handler>>();
  const reconnected = new Set<() => void>();
  const ended = new AbortController();
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 10_000 });
    let listening = false;
    const lose = () => {
      if (!listening || ended.signal.aborted) return;
      listening = false;
      void reconnect(firstDelay);
    };
    // Heard from the beginning: a loss while connecting, unheard, would end the whole server.
    fresh.on("error", lose);
    fresh.on("end", lose);
    fresh.on("notification", ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload ?? "");
    });
    try {
      await fresh.connect();
      for (const channel of handlers.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
      ended.signal.throwIfAborted();
      listening = true;
      return fresh;
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
  }

  async function reconnect(delay: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (ended.signal.aborted) return;
    try {
      client = await connect();
    } catch {
      return reconnect(Math.min(delay * 2, longestDelay));
    }
    for (const handler of reconnected) handler();
  }

  async function on(channel: string, handler: Handler): Promise<() => Promise<void>> {
    const heard = handlers.get(channel) ?? new Set();
    heard.add(handler);
    handlers.set(channel, heard);
    // While the connection is lost, the next one listens to every channel that has a handler.
    if (heard.size === 1) await client.query(`listen ${client.escapeIdentifier(channel)}`).catch(() => undefined);
    return async () => void heard.delete(handler);
  }

  return {
    on,
    onReconnect: (handler) => void reconnected.add(handler),
    close: async () => {
      ended.abort();
      await client.end().catch(() => undefined);
    },
  };
}
