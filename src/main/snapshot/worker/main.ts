import { parentPort, type MessagePort } from "node:worker_threads";
import { openBook } from "../../reviews/book.ts";
import type { ReviewBook } from "../../reviews/heading.ts";
import { isBroken, isFull } from "../store/file.ts";
import { DamagedError, openStore } from "../store/store.ts";
import { keeperOf, UnerasedError } from "./keeper.ts";
import type { Reply, Request } from "./protocol.ts";

/** The thread that holds a person's snapshot: SQLite, encryption and searching never keep the main process waiting. */
function serve(port: MessagePort): void {
  let keeper: ReturnType<typeof keeperOf> | null = null;
  let beginAnew = () => {};
  const run = ({ name, input }: Request): unknown => {
    if (name === "open") {
      const open = () => openStore(input.snapshot.path, Buffer.from(input.snapshot.key));
      const book: ReviewBook = openBook(input.reviews.path, Buffer.from(input.reviews.key));
      let store = open();
      keeper = keeperOf(store, book);
      beginAnew = () => {
        store.erase();
        store = open();
        keeper = keeperOf(store, book);
      };
      return store.kept;
    }
    if (keeper === null) throw new Error("The snapshot is not open");
    const answer = keeper[name] as (input: Request["input"]) => unknown;
    const value = answer(input);
    if (name === "close" || name === "erase") keeper = null;
    return value;
  };
  /** Rows that do not open are as good as none: they go, and are filled again, as all of them where the file fails. */
  const mend = (error: unknown, { name }: Request) => {
    // What the reviews' file fails at says nothing of the snapshot's.
    const isOfSnapshot = !name.startsWith("reviews.");
    try {
      if (error instanceof DamagedError) keeper?.dropRows({ organizationId: error.organizationId });
      else if (error instanceof UnerasedError || (isOfSnapshot && isBroken(error))) beginAnew();
    } catch {
      // What cannot be mended fails again where it is asked for, and is answered there.
    }
  };
  const idle = whenIdle(() => keeper?.tidy() === true);
  port.on("message", (request: Request) => {
    let reply: Reply;
    try {
      reply = { id: request.id, ok: true, value: run(request) };
    } catch (error) {
      mend(error, request);
      const message = error instanceof Error ? error.message : "unknown";
      reply = { id: request.id, ok: false, message, full: isFull(error) };
    }
    port.postMessage(reply);
    idle();
  });
}

/** After how many milliseconds without a question the next one is prepared for. */
const idleAfter = 1_000;

/** Works step by step once nothing was asked for a while, until no step is left; to be told of every question. */
function whenIdle(step: () => boolean): () => void {
  let timer: NodeJS.Timeout | undefined;
  let next: NodeJS.Immediate | undefined;
  const go = () => {
    try {
      if (step()) next = setImmediate(go);
    } catch {
      // What does not open shows when it is asked for, and is answered there.
    }
  };
  return () => {
    clearTimeout(timer);
    clearImmediate(next);
    timer = setTimeout(go, idleAfter);
  };
}

if (parentPort !== null) serve(parentPort);
