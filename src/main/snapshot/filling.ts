import type { Hindrance } from "#contract/entities/offline.ts";
import type { SnapshotRows } from "./snapshot.ts";
import { RefusedError } from "./thread.ts";
import type { CallName, Calls } from "./worker/protocol.ts";

/** Asks the thread. @throws where it could not be done */
export type AskThread = <Name extends CallName>(name: Name, input: Calls[Name]["in"]) => Promise<Calls[Name]["out"]>;

export const hindranceOf = (error: unknown): Hindrance =>
  error instanceof RefusedError && error.full ? "full" : "disk";

/** Reads a fill chunk by chunk into the snapshot's thread. `silenceMs`: after so long without a chunk it is given up. */
export const fillingInto =
  (ask: AskThread, silenceMs: number): SnapshotRows["fill"] =>
  async (organizationId, { window, after, body }, onProgress) => {
    // A computer that slept may wait for ever for a server that has long given up, and with it all later fills.
    const silence = setTimeout(() => body.destroy(), silenceMs);
    let fill: string | null = null;
    try {
      fill = await ask("beginFill", { organizationId, window, after });
      if (fill === null) return "dropped";
      for await (const chunk of arriving(body)) {
        silence.refresh();
        const progress = await ask("takeChunk", { fill, chunk });
        if (typeof progress === "string") return progress;
        onProgress(progress.rows, progress.expected);
      }
      return (await ask("finishFill", { fill })) ?? "server";
    } catch (error) {
      // The connection broke: what is staged is gone on with, the rest is dropped.
      return error instanceof CutError ? "server" : hindranceOf(error);
    } finally {
      clearTimeout(silence);
      body.destroy();
      if (fill !== null) await ask("dropFill", { fill }).catch(() => undefined);
    }
  };

class CutError extends Error {}

async function* arriving(body: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk as Uint8Array;
  } catch (error) {
    throw new CutError("The connection broke", { cause: error });
  }
}
