import type { RateRule } from "#contract/operation.ts";
import { foldEmail } from "#domain/email.ts";
import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "./contexts.ts";
import { refuse } from "./fault-error.ts";
import { networkOf } from "./network.ts";

const windowStart = (now: Date, seconds: number): Date =>
  new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000);

/** Addresses that fold to the same one share a count; values that people typed are kept as digests only. */
function subjectKey(value: string): string {
  const folded = foldEmail(value);
  return hash("sha256", folded.ok ? folded.folded : value.trim().toLowerCase()).slice(0, 32);
}

interface Counted {
  readonly key: string;
  readonly limit: number;
}

function countersOf(name: string, rule: RateRule, address: string, input: Record<string, unknown>): Counted[] {
  const counters = [{ key: `${name}:from:${networkOf(address)}`, limit: rule.perAddress }];
  const subject = rule.subject === undefined ? undefined : input[rule.subject];
  if (rule.perSubject !== undefined && typeof subject === "string") {
    counters.push({ key: `${name}:of:${subjectKey(subject)}`, limit: rule.perSubject });
  }
  return counters;
}

/**
 * Counts this call in the database, so that the limit holds under parallel requests and across servers, and refuses
 * it when one of its counts is above the limit. Counted before the work, outside its transaction.
 */
export async function enforceLimit(
  db: Db,
  name: string,
  rule: RateRule,
  call: { address: string; now: Date; input: Record<string, unknown> },
): Promise<void> {
  const window = windowStart(call.now, rule.seconds);
  // Sorted, so that two calls never wait for each other's row.
  const counters = countersOf(name, rule, call.address, call.input).sort((a, b) => a.key.localeCompare(b.key));
  const rows = await db
    .insertInto("rate_limits")
    .values(counters.map(({ key }) => ({ key, window_start: window, hits: 1 })))
    .onConflict((conflict) =>
      conflict.columns(["key", "window_start"]).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning(["key", "hits"])
    .execute();
  const exceeded = rows.some((row) => row.hits > (counters.find(({ key }) => key === row.key)?.limit ?? 0));
  if (!exceeded) return;
  const retryAfter = Math.ceil((window.getTime() + rule.seconds * 1000 - call.now.getTime()) / 1000);
  refuse({ kind: "limitReached", limit: "rate", retryAfter });
}
