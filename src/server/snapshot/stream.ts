import type { Input } from "#contract/operations.ts";
import { PassThrough, pipeline, Readable } from "node:stream";
import type { OrganizationStreamContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { StreamReply } from "../dispatch/handlers.ts";
import { takingTurns } from "../dispatch/turns.ts";
import { fillFrames } from "./fill.ts";

/** Each holds a connection while it runs; the others are for everybody else. */
const inTurn = takingTurns({ running: 4, waiting: 200 });
/** A desktop fills few organizations at a time. */
const mostPerPerson = 4;
const open = new Map<string, number>();
/** Whoever reads slower than this keeps the database from tidying up. */
const longestMs = 10 * 60_000;

async function* lines(context: OrganizationStreamContext, input: Input<"snapshot.fill">): AsyncGenerator<string> {
  for await (const frame of fillFrames(context, input)) yield `${JSON.stringify(frame)}\n`;
}

/** Streams a fill. What goes wrong after its beginning cuts it, which its reader knows by the missing end. */
export async function streamFill(
  context: OrganizationStreamContext,
  input: Input<"snapshot.fill">,
): Promise<StreamReply> {
  const { account, services, caller } = context;
  const mine = open.get(account.id) ?? 0;
  if (mine >= mostPerPerson) return refuse({ kind: "limitReached", limit: "rate", retryAfter: 5 });
  open.set(account.id, mine + 1);
  const body = new PassThrough();
  const run = inTurn(
    () =>
      new Promise<void>((done) => {
        const end = setTimeout(() => body.destroy(new Error("The reader is too slow")), longestMs);
        pipeline(Readable.from(lines(context, input)), body, (error) => {
          clearTimeout(end);
          if (error) services.log.info({ err: error, requestId: caller.requestId }, "a snapshot's fill ended early");
          done();
        });
      }),
  );
  void run
    .catch(() => body.destroy())
    .finally(() => {
      const left = (open.get(account.id) ?? 1) - 1;
      if (left === 0) open.delete(account.id);
      else open.set(account.id, left);
    });
  return { headers: { "content-type": "application/x-ndjson; charset=utf-8" }, body };
}
