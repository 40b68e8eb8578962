import { Worker } from "node:worker_threads";
import type { CallName, Calls, Reply } from "./worker/protocol.ts";

/** The snapshot's thread, as the main process asks it. */
export interface SnapshotThread {
  /** @throws when the thread could not do it or is gone */
  ask<Name extends CallName>(name: Name, input: Calls[Name]["in"]): Promise<Calls[Name]["out"]>;
  end(): Promise<void>;
}

/** The thread could not do it. */
export class RefusedError extends Error {
  /** There is no room left on the disk. */
  readonly full: boolean;
  constructor(message: string, full: boolean) {
    super(message);
    this.full = full;
  }
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** `onEnd` is told once that the thread is gone, whoever ended it. */
export function startThread(program: string, onEnd: (error: Error) => void = () => undefined): SnapshotThread {
  const worker = new Worker(program, { name: "snapshot" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone: Error | null = null;
  const lose = (error: Error) => {
    if (gone !== null) return;
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    onEnd(error);
  };
  worker.on("message", (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if (reply.ok) asked?.resolve(reply.value as never);
    else asked?.reject(new RefusedError(reply.message, reply.full));
  });
  worker.on("error", lose);
  worker.on("exit", () => lose(new Error("The snapshot's thread has ended")));
  // A process that has nothing else to do may end, but not before what it asked is answered.
  worker.unref();
  return {
    ask: async (name, input) =>
      await new Promise((resolve, reject) => {
        if (gone !== null) return reject(gone);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: last, name, input }, []);
      }),
    end: async () => void (await worker.terminate()),
  };
}
