import type { ChainReport } from "#contract/entities/auditEvent.ts";
import { chainStart, verifyChain, type ChainHead, type ChainResult } from "#domain/audit/chain.ts";
import type { Db } from "../storage/database.ts";
import { sha256 } from "../dispatch/audit.ts";
import { takingTurns } from "../dispatch/turns.ts";
import { sealedAfter, storedHead } from "../storage/queries/audit-events.ts";
import { stretchBehind } from "../storage/queries/audit-stretch.ts";

/** So many events that the database judges at once take it a few tenths of a second. */
const stretch = 100_000;

/** Small enough that hashing it here does not keep other requests waiting. */
const batch = 500;

/** A walk holds a connection for as long as it takes, and there are ten for everybody. */
const inTurn = takingTurns({ running: 1, waiting: 20 });

/**
 * Walks an organization's chain from its first event to the head that it had when the walk began, and compares the
 * two: a log that was rewritten, cut or extended by hand does not fit. One walk at a time on a server.
 * @throws FaultError `unavailable` when too many wait already
 */
export function verifyLog(db: Db, organizationId: string, checkedAt: Date): Promise<ChainReport> {
  return inTurn(() => walk(db, organizationId, checkedAt));
}

async function walk(db: Db, organizationId: string, checkedAt: Date): Promise<ChainReport> {
  const stored = await storedHead(db, organizationId);
  let at = chainStart;
  let fromColumns = false;
  const report = (brokenAt: number | null, problem: ChainReport["problem"]): ChainReport => ({
    intact: problem === null,
    events: at.revision,
    head: at.hash,
    brokenAt,
    problem,
    fromColumns,
    checkedAt: checkedAt.toISOString(),
  });
  while (at.revision < stored.revision) {
    const upTo = Math.min(at.revision + stretch, stored.revision);
    const fitting = await stretchBehind(db, organizationId, at, upTo);
    const result = fitting === null ? await judge(db, organizationId, at, upTo) : null;
    at = fitting ?? result?.head ?? at;
    if (result?.ok === false) return report(result.revision, result.problem);
    fromColumns ||= fitting === null;
  }
  return stored.revision > 0 && at.hash !== stored.hash ? report(at.revision, "head") : report(null, null);
}

type Judged = ChainResult & { readonly head: ChainHead };

/** The same stretch, event by event: where it breaks, and the head of the last batch before. */
async function judge(db: Db, organizationId: string, from: ChainHead, upTo: number): Promise<Judged> {
  let head = from;
  while (head.revision < upTo) {
    const events = await sealedAfter(db, organizationId, { above: head.revision, upTo, limit: batch });
    if (events.length === 0) return { ok: false, revision: head.revision + 1, problem: "gap", head };
    const result = verifyChain(events, head, sha256);
    if (!result.ok) return { ...result, head };
    head = result.head;
  }
  return { ok: true, head, count: head.revision - from.revision };
}
