import { PassThrough, type Readable } from "node:stream";
import type { FeedEvent } from "#contract/feed.ts";
import type { Stream } from "./hub.ts";

/** Keeps proxies and clients from taking a silent stream for a dead one. */
const heartbeatMs = 20_000;

/** A stream ends while its access token is fresh: whoever follows must show a valid one again. */
const longestMs = 15 * 60_000;

/** A client that reads slower than this loses its stream instead of the server's memory. */
const mostBuffered = 256 * 1024;

/** How long a client has to read the end of its stream. */
const farewellMs = 5_000;

/** Server-sent events as a readable body, and the way to write them. */
export function openEventStream(): { readonly body: Readable; readonly stream: Stream } {
  const body = new PassThrough();
  const close = () => {
    body.end();
    setTimeout(() => body.destroy(), farewellMs).unref();
  };
  const write = (text: string) => {
    if (body.writableEnded || body.destroyed) return;
    if (body.writableLength > mostBuffered) body.destroy();
    else body.write(text);
  };
  const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
  const end = setTimeout(close, longestMs);
  body.once("close", () => {
    clearInterval(heartbeat);
    clearTimeout(end);
  });
  const send = (event: FeedEvent) => write(`data: ${JSON.stringify(event)}\n\n`);
  return { body, stream: { send, close } };
}
