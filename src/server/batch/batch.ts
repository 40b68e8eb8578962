import type { Fault } from "#contract/fault.ts";
import type { OrganizationName } from "#contract/operations.ts";
import type { Db } from "../storage/database.ts";
import type { Stage } from "../dispatch/perform.ts";
import type { Caller, Services } from "../dispatch/services.ts";

/** Items that are worked off one by one, each in a transaction of its own with what becomes of it. */
export interface Batch<Item, Result> {
  readonly services: Services;
  /** Its audit events and security log carry this where a request has its own. */
  readonly id: string;
  readonly kind: "plan" | "review";
  /** Who asked for it; every item is judged by their authority at its moment. */
  readonly accountId: string;
  /** The next item that waits in an organization. */
  readonly next: (db: Db, organizationId: string) => Promise<Item | undefined>;
  /**
   * The same, locked: whoever else wants it waits, and then finds it done. An item's lock comes behind that of its
   * organization, as for whoever purges it or decides again, or each would wait for the other.
   */
  readonly take: (db: Db, organizationId: string) => Promise<Item | undefined>;
  /** Does an item under the organization's lock. A refusal is thrown. */
  readonly work: (staged: Stage, item: Item) => Promise<Result>;
  readonly failed: (fault: Fault, at: Date) => Result;
  /** Writes what became of an item that waits. */
  readonly end: (db: Db, item: Item, result: Result) => Promise<void>;
  /** The command that was refused, for the security log. */
  readonly operation: (item: Item) => OrganizationName;
}

/** A job as a caller. */
export const callerOf = ({ id, kind }: Pick<Batch<never, never>, "id" | "kind">): Caller => ({
  requestId: id,
  address: "",
  userAgent: kind,
  token: null,
  idempotencyKey: null,
  basis: null,
  now: new Date(),
});
