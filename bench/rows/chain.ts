import type { ChainReport } from "#contract/entities/auditEvent.ts";
import { chainStart, genesisHash, textOf } from "#domain/audit/chain.ts";
import { walk } from "#domain/audit/witness.ts";
import { sha256 } from "#server/dispatch/audit.ts";
import { inventHistory } from "../data/history.ts";
import { figure } from "../system/figure.ts";
import { inPairs } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const inMemory = 100_000;

/** How many a second, of something that handles `count` in one go. */
async function perSecond(count: number, work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (count * 1000) / (performance.now() - started);
}

/**
 * Walking the chain, in memory as a desktop's witness does and from the database over HTTP, against hashing the same
 * texts and nothing else.
 */
export const chainVerification: Row = async ({ serverUrl, filled: { audited, token, events } }, { pairs }) => {
  const log = [...inventHistory(audited, inMemory)].flat().map(textOf);
  const texts = log.map(({ text }) => text);
  const bare = () =>
    perSecond(inMemory, () => {
      let hash = genesisHash;
      for (const text of texts) hash = sha256(hash + text);
      return hash;
    });
  const walked = () =>
    perSecond(inMemory, () => {
      const { hashes, difference } = walk(log, { organizationId: audited.id, head: chainStart }, sha256);
      if (difference !== null || hashes.length !== inMemory) throw new Error("The chain is broken");
    });
  const fromDatabase = () =>
    perSecond(events, async () => {
      const url = `${serverUrl}/v1/organizations/${audited.id}/audit-events/verify`;
      const answer = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` } });
      const report = (await answer.json()) as ChainReport;
      if (!report.intact) throw new Error("The chain is broken");
    });
  const pace = { pairs, seconds: 1 };
  const goal = { atLeast: 0.5 };
  return [
    figure("chain verification in memory", "events/s", "bare SHA-256", await inPairs(walked, bare, pace), goal),
    figure(
      "chain verification over HTTP",
      "events/s",
      "bare SHA-256",
      await inPairs(fromDatabase, bare, { ...pace, pairs: Math.min(pairs, events > 500_000 ? 1 : 3) }),
      goal,
    ),
  ];
};
