import { sealedOf, type ChainReport } from "#contract/entities/auditEvent.ts";
import { genesisHash, verifyChain, type ChainHead } from "#domain/audit/chain.ts";
import type { Db } from "../storage/database.ts";
import { sha256 } from "../dispatch/audit.ts";
import { takingTurns } from "../dispatch/turns.ts";
import { eventsAfter, storedHead } from "../storage/queries/audit-events.ts";

/** Small enough that hashing it does not keep other requests waiting. */
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
  let at: ChainHead = { revision: 0, hash: genesisHash };
  const report = (brokenAt: number | null, problem: ChainReport["problem"]): ChainReport => ({
    intact: problem === null,
    events: at.revision,
    head: at.hash,
    brokenAt,
    problem,
    checkedAt: checkedAt.toISOString(),
  });
  while (at.revision < stored.revision) {
    const events = await eventsAfter(
      db,
      organizationId,
      {},
      { above: at.revision, upTo: stored.revision, limit: batch },
    );
    if (events.length === 0) return report(at.revision + 1, "gap");
    const result = verifyChain(events.map(sealedOf), at, sha256);
    if (!result.ok) return report(result.revision, result.problem);
    at = result.head;
  }
  return stored.revision > 0 && at.hash !== stored.hash ? report(at.revision, "head") : report(null, null);
}
