import type { Kysely } from "kysely";
import { z } from "zod";
import { letterSchema, type Letter } from "../mail/letter.ts";
import { compose } from "../mail/messages.ts";
import type { MailTransport } from "../mail/transport.ts";
import type { Database } from "../storage/database.ts";
import { bulkMailJob, enqueue, enqueueAll } from "../storage/outbox.ts";
import type { JobHandler } from "./worker.ts";

export const mailJob = "mail";

/** The worker sends so many in about a second. */
const mostAtOnce = 20;

/** Sends a letter once the caller's transaction has committed. */
export async function enqueueLetter(db: Kysely<Database>, letter: Letter): Promise<void> {
  await enqueue(db, mailJob, letter);
}

/** More letters at once than a person writes: they go out after everything that somebody waits for. */
export async function enqueueLetters(db: Kysely<Database>, letters: readonly Letter[]): Promise<void> {
  if (letters.length > mostAtOnce) return enqueueAll(db, bulkMailJob, letters);
  await Promise.all(letters.map((letter) => enqueueLetter(db, letter)));
}

/** The handler of mail jobs. `publicUrl` is the server's address that invitation links start with. */
export function mailHandler(transport: MailTransport, publicUrl: string): JobHandler {
  return async (payload) => {
    const letter = letterSchema.safeParse(payload);
    // The parser's own message would repeat the letter, code and all.
    if (!letter.success) throw new Error(`Not a letter: ${z.prettifyError(letter.error).split("\n")[0] ?? ""}`);
    await transport.send(compose(letter.data, publicUrl));
  };
}
