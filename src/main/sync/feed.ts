import { topics } from "#contract/auditActions.ts";
import { FeedEvent } from "#contract/feed.ts";
import { createParser } from "eventsource-parser";
import type { Readable } from "node:stream";
import { delayBefore, waited, type Delays } from "../back-off.ts";
import type { ConnectionState } from "../connection.ts";
import { parsedJson } from "../remote/faults.ts";
import type { Remote } from "../remote/remote.ts";

export interface FeedOptions {
  readonly remote: Remote;
  readonly connection: ConnectionState;
  readonly onEvent: (event: FeedEvent) => void;
  readonly delays?: Delays;
  /** The server says something every 20 s; a stream that is silent for longer than this is dead. */
  readonly silenceMs?: number;
}

/** Live changes, followed for as long as the person is signed in. */
export interface Feed {
  start(): void;
  stop(): void;
  /** The server answers again: the stream is opened now instead of after its pause. */
  hurry(): void;
  /** When the server was last heard of; null before. */
  heardAt(): string | null;
}

const defaultSilenceMs = 60_000;
const defaultDelays: Delays = { firstMs: 300, mostMs: 15_000 };

/**
 * Follows the server's feed and opens it again whenever it ends. The server says `ready` first each time: a desktop
 * that gets it again has missed what came between, and reads everything it shows anew.
 */
export function createFeed(options: FeedOptions): Feed {
  let running: AbortController | null = null;
  let heardAt: string | null = null;
  const heard = () => (heardAt = new Date().toISOString());
  let pausing = new AbortController();
  const pause = async (attempt: number, signal: AbortSignal) => {
    pausing = new AbortController();
    await waited(delayBefore(attempt, options.delays ?? defaultDelays), AbortSignal.any([signal, pausing.signal]));
  };
  const stop = () => {
    running?.abort();
    running = null;
  };
  return {
    start: () => {
      stop();
      running = new AbortController();
      void followUntilStopped({ ...options, heard }, pause, running.signal);
    },
    stop,
    hurry: () => pausing.abort(),
    heardAt: () => heardAt,
  };
}

type Following = FeedOptions & { readonly heard: () => void };
type Pause = (attempt: number, signal: AbortSignal) => Promise<void>;

async function followUntilStopped(options: Following, pause: Pause, signal: AbortSignal): Promise<void> {
  const { remote, connection } = options;
  for (let attempt = 0; !signal.aborted;) {
    const stream = await remote.stream("feed.follow", {}, { signal });
    if (signal.aborted) return;
    if (stream.ok) {
      attempt = 0;
      connection.reached();
      await readEvents(stream.value.body, options, signal);
    } else if (stream.fault.kind === "offline") connection.lost();
    else if (stream.fault.kind === "unauthenticated") return;
    attempt += 1;
    await pause(attempt, signal);
  }
}

/** What is not known here is passed over; a change of a topic that only a newer server knows may be of anything. */
function eventOf(given: unknown): FeedEvent | null {
  const event = FeedEvent.safeParse(given);
  if (event.success) return event.data;
  const change = typeof given === "object" ? FeedEvent.safeParse({ ...given, topics }) : event;
  return change.success ? change.data : null;
}

async function readEvents(body: Readable, options: Following, signal: AbortSignal): Promise<void> {
  const parser = createParser({
    onEvent: ({ data }) => {
      const event = eventOf(parsedJson(data));
      if (event !== null && !signal.aborted) options.onEvent(event);
    },
  });
  const end = () => void body.destroy();
  const silence = setTimeout(end, options.silenceMs ?? defaultSilenceMs);
  signal.addEventListener("abort", end, { once: true });
  try {
    for await (const chunk of body.setEncoding("utf8")) {
      silence.refresh();
      options.heard();
      parser.feed(String(chunk));
    }
  } catch {
    // A broken stream is opened again, as one that ended.
  } finally {
    clearTimeout(silence);
    signal.removeEventListener("abort", end);
  }
}
