import type { AmountRule, RateRule } from "#contract/operation.ts";
import { foldEmail } from "#domain/email.ts";
import { hash } from "node:crypto";
import { countHit, takeHits } from "../storage/queries/rate-limits.ts";
import type { OrganizationContext } from "./contexts.ts";
import type { Db } from "../storage/database.ts";
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

function subjectCount(
  name: string,
  rule: Pick<RateRule, "subject" | "perSubject">,
  input: Record<string, unknown>,
): Counted | null {
  const subject = rule.subject === undefined ? undefined : input[rule.subject];
  if (rule.perSubject === undefined || typeof subject !== "string") return null;
  return { key: `${name}:of:${subjectKey(subject)}`, limit: rule.perSubject };
}

/**
 * Counts this call in the database, so that the limit holds under parallel requests and across servers, and refuses
 * it when one of its counts is above the limit. Counted before the work, outside its transaction. The address comes
 * first: calls beyond its limit no longer count against persons, whom it could otherwise lock out by the thousand.
 */
export async function enforceLimit(
  db: Db,
  name: string,
  rule: RateRule,
  call: { address: string; now: Date; input: Record<string, unknown> },
): Promise<void> {
  const window = windowStart(call.now, rule.seconds);
  const from = { key: `${name}:from:${networkOf(call.address)}`, limit: rule.perAddress };
  const of = subjectCount(name, rule, call.input);
  const within = (await isWithin(db, from, window)) && (of === null || (await isWithin(db, of, window)));
  if (within) return;
  refuseUntilNext(window, rule, call.now);
}

function refuseUntilNext(window: Date, { seconds }: { readonly seconds: number }, now: Date): never {
  const retryAfter = Math.ceil((window.getTime() + seconds * 1000 - now.getTime()) / 1000);
  return refuse({ kind: "limitReached", limit: "rate", retryAfter });
}

/** Counts one call; whether it is within the limit. */
const isWithin = async (db: Db, { key, limit }: Counted, window: Date): Promise<boolean> =>
  (await countHit(db, key, window)) <= limit;

/**
 * Counts what a command on an organization has done, once it is done and before it commits: what is above a limit is
 * refused, which undoes it. All counts are taken or none, so that a refusal costs nobody anything.
 */
export async function enforceAmount(
  { services, organization, account, caller }: OrganizationContext,
  name: string,
  rule: AmountRule,
  input: Record<string, unknown>,
): Promise<void> {
  const window = windowStart(caller.now, rule.seconds);
  const entries = rule.each === undefined ? undefined : input[rule.each];
  const amount = Array.isArray(entries) ? entries.length : 1;
  const counts = [
    { key: `${name}:organization:${organization.id}`, limit: rule.perOrganization },
    { key: `${name}:account:${account.id}`, limit: rule.perAccount },
    subjectCount(name, rule, input),
  ].filter((count) => count !== null);
  // Beside the command's transaction, whose role may not write counts.
  if (!(await takeHits(services.pools, counts, window, amount))) refuseUntilNext(window, rule, caller.now);
}
