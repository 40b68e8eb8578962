import { authenticatedForJob } from "../dispatch/authenticated.ts";
import { stage } from "../dispatch/stage.ts";
import { scopeOf } from "../storage/reading.ts";
import { inOrder } from "../storage/savepoint.ts";
import { inTransaction } from "../storage/scope.ts";
import { callerOf, type Batch } from "./batch.ts";

/** Which item was in hand when a fault or an error ended its transaction. */
export type Hand<Item> = { item: Item | null };

/**
 * Does the next item in an organization, and writes what became of it, in one transaction: whatever happens in between,
 * the item is done once or waits. The authority is the one that the person has at this moment.
 * @returns false when none waits there
 */
export async function performNext<Item, Result>(
  batch: Batch<Item, Result>,
  organizationId: string,
  hand: Hand<Item>,
): Promise<boolean> {
  const { services, accountId, id } = batch;
  const caller = callerOf(batch);
  const outside = await authenticatedForJob(services.pools, accountId, organizationId, id);
  const scope = scopeOf(outside);
  return inTransaction(services.pools, scope, async ({ db }) => {
    const next = await batch.next(db, organizationId);
    hand.item = next ?? null;
    // Row security hides what is an organization's own from whoever has no access there any more: this refuses with why.
    if (next === undefined && scope.organizationId !== null) return false;
    const staging = stage(services, caller, db, outside, { organizationId, memberId: null });
    const taking = batch.take(db, organizationId);
    await inOrder([staging, taking]);
    const item = await taking;
    hand.item = item ?? null;
    if (item === undefined) return false;
    await batch.end(db, item, await batch.work(await staging, item));
    return true;
  });
}
