import { randomBytes } from "node:crypto";
import { delayBefore, type Delays } from "../back-off.ts";
import type { Logger } from "../logger.ts";
import { describeError } from "../logger.ts";
import type { Custody, Place } from "./custody.ts";
import { fillingInto, hindranceOf, type AskThread } from "./filling.ts";
import type { PersonalSnapshot, Unwritten } from "./snapshot.ts";
import { keyBytes } from "./store/seal.ts";
import { isRemembered } from "./answers/table.ts";
import { startThread, type SnapshotThread } from "./thread.ts";
import { notedNames } from "./worker/account.ts";
import type { CallName, Calls, KeptWhere } from "./worker/protocol.ts";

export interface SnapshotOptions {
  readonly custody: Custody;
  /** The file of a person's reviews has a key of its own and outlives the snapshot's, for whoever signs in again. */
  readonly reviewCustody: (accountId: string) => Custody;
  /** The program of the snapshot's thread. */
  readonly program: string;
  readonly logger: Logger;
  /** The thread died, and another one is opening what it left. What was in memory only has to be read again. */
  readonly onRevival: (opened: Promise<KeptWhere>) => void;
  /** How long a fill may bring nothing, in milliseconds. */
  readonly silenceMs?: number;
}

type Places = Calls["open"]["in"];

/** Longer than a busy server lets anybody wait for their turn. */
const defaultSilenceMs = 2 * 60_000;

const delays: Delays = { firstMs: 1_000, mostMs: 60_000 };
/** A thread that lived for so long died of something else than the one before. */
const steadyMs = 5 * 60_000;

/**
 * A snapshot whose rows are in a thread of its own. What fails there is as if nothing had been kept; should the thread
 * die, another one takes up its files, and until then nothing is kept.
 */
export function createSnapshot(options: SnapshotOptions): PersonalSnapshot {
  const { custody, reviewCustody, program, logger, onRevival, silenceMs = defaultSilenceMs } = options;
  let thread: SnapshotThread | null = null;
  let kept: KeptWhere = "memory";
  const placeIn = async (keeper: Custody, accountId: string): Promise<Place> =>
    await keeper.placeFor(accountId).catch((error: unknown) => {
      logger.warn("The snapshot has no place on the disk", describeError(error));
      return { path: null, key: randomBytes(keyBytes) };
    });
  /** Counts the persons whose snapshot this was. */
  let person = 0;
  /** What is open, or would be if its thread lived. */
  let places: Places | null = null;
  /** Openings and endings come one after the other, and everything else after the opening. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    person += 1;
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return await mine;
  };
  const attempt: AskThread = async (name, input) => {
    const asked = person;
    await turn;
    // Whoever asked meant the person of that moment.
    if (thread === null || person !== asked) throw new Error("There is nobody to ask");
    try {
      return await thread.ask(name, input);
    } catch (error) {
      logger.warn("The snapshot failed", { call: name, ...describeError(error) });
      throw error;
    }
  };
  const ask = async <Name extends CallName, Otherwise = Calls[Name]["out"]>(
    name: Name,
    input: Calls[Name]["in"],
    otherwise: Otherwise,
  ): Promise<Calls[Name]["out"] | Otherwise> => await attempt(name, input).catch(() => otherwise);
  const written = async (name: "change" | "publish", input: Calls["change"]["in"]): Promise<Unwritten | null> => {
    try {
      return (await attempt(name, input)) ? null : "dropped";
    } catch (error) {
      return hindranceOf(error);
    }
  };
  const end = async (how: "close" | "erase") => {
    const ending = thread;
    thread = null;
    places = null;
    await ending?.ask(how, null).catch(() => undefined);
    await ending?.end();
  };
  const begin = async (given: Places, attempt: number): Promise<KeptWhere> => {
    const began = performance.now();
    const begun = startThread(program, (error) => {
      if (thread !== begun) return;
      logger.warn("The snapshot's thread died", describeError(error));
      thread = null;
      reviveSoon(given, performance.now() - began > steadyMs ? 1 : attempt);
    });
    thread = begun;
    kept = await begun.ask("open", given);
    return kept;
  };
  const reviveSoon = (given: Places, attempt: number) => {
    const due = () => {
      const opened = turn.then(async () => (places === given ? await begin(given, attempt + 1) : kept));
      turn = opened.catch(() => undefined);
      onRevival(opened);
    };
    setTimeout(() => void (places === given && due()), delayBefore(attempt, delays)).unref();
  };
  const open = async (accountId: string) => {
    await end("close");
    const snapshot = await placeIn(custody, accountId);
    const reviews = await placeIn(reviewCustody(accountId), accountId);
    places = { snapshot, reviews };
    return await begin(places, 1);
  };
  return {
    openFor: async (accountId) => await inTurn(async () => await open(accountId)),
    settle: async (accountId) =>
      await inTurn(async () => {
        const { path: snapshot } = await placeIn(custody, accountId);
        const { path: reviews } = await placeIn(reviewCustody(accountId), accountId);
        if (snapshot !== null && reviews !== null) await thread?.ask("saveTo", { snapshot, reviews });
        return await open(accountId);
      }),
    keptWhere: () => kept,
    erase: async () =>
      await inTurn(async () => {
        await end("erase");
        await custody.forget();
      }),
    eraseReviews: async (accountId) => await inTurn(async () => await reviewCustody(accountId).forget()),
    review: async (name, input) => await ask<typeof name, null>(name, input, null),
    close: async () => await inTurn(async () => await end("close")),
    answer: async (name, input) => await ask("answer", { name, input, exact: false }, null),
    exactAnswer: async (name, input) => await ask("answer", { name, input, exact: true }, null),
    note: (name, input, value) => {
      if (notedNames.has(name) || isRemembered(name)) void ask("note", { name, input, value }, null);
    },
    forgetOrganization: async (organizationId) => void (await ask("forget", { organizationId }, null)),
    standings: async () => await ask("standings", null, null),
    change: async (organizationId, changes) => await written("change", { organizationId, changes }),
    publish: async (organizationId, changes) => await written("publish", { organizationId, changes }),
    stored: async () => await ask("stored", null, []),
    confirm: async (organizationIds, at) => void (await ask("confirm", { organizationIds, at }, null)),
    dropRows: async (organizationId) => void (await ask("dropRows", { organizationId }, null)),
    keepRows: async (organizationIds) => void (await ask("keepRows", { organizationIds }, null)),
    resumption: async (organizationId, window) => await ask("resumption", { organizationId, window }, null),
    fill: fillingInto(attempt, silenceMs),
  };
}
