import { examineOld } from "./examine.ts";
import { DamagedHashes } from "./hashes.ts";
import type { InspectorParts } from "./inspector.ts";
import { servedLog, Unanswered } from "./log.ts";
import { rewrittenOf, type WitnessRecord } from "./record.ts";

/**
 * What the next stretch of an organization's past came to. `suspicious`: a whole look has to say what is wrong;
 * `refused`: the person may not see the log any more; `unanswered`: the server is away or busy.
 */
export type Stretch = "fine" | "suspicious" | "refused" | "unanswered";

/**
 * Computes the next stretch of what was seen before anew, and notes how far the round has come. Raises nothing itself.
 * Must not overlap with a look at the same organization.
 */
export async function patrol(
  { remote, store }: InspectorParts,
  organizationId: string,
  signal: AbortSignal,
): Promise<{ readonly stretch: Stretch; readonly events: number }> {
  const record = await store.read(organizationId);
  const hashes = await store.hashes(organizationId);
  const events = Math.min(record.verified, await hashes.count());
  if (record.alarm !== null || events === 0) return { stretch: "fine", events };
  const keep = async (changes: Partial<WitnessRecord>) => {
    await store.write(organizationId, { ...record, ...changes });
  };
  const log = servedLog(remote, organizationId, signal);
  try {
    const parts = { organizationId, log, hashes, keep, answered: rewrittenOf(record) };
    const difference = await examineOld(parts, record, events);
    return { stretch: difference === null ? "fine" : "suspicious", events };
  } catch (error) {
    if (error instanceof DamagedHashes) return { stretch: "suspicious", events };
    if (!(error instanceof Unanswered)) throw error;
    const isRefused = error.fault.kind === "forbidden" || error.fault.kind === "notFound";
    return { stretch: isRefused ? "refused" : "unanswered", events };
  }
}
