import type { Operation } from "#contract/operation.ts";
import type { Authentication } from "../storage/authenticate.ts";
import type { Connection } from "../storage/pools.ts";
import { memberById } from "../storage/queries/members.ts";
import { lockStanding } from "../storage/queries/organization-facts.ts";
import { inOrder } from "../storage/savepoint.ts";
import { markScoped } from "../storage/scope-mark.ts";
import { authenticated } from "./authenticated.ts";
import type { Db } from "../storage/database.ts";
import { claimKey, whoCalls, type Remembered } from "./idempotency.ts";
import { locked } from "./organization-context.ts";
import { idOf, organizationIdOf, readInput } from "./parse.ts";
import type { Stage } from "./perform.ts";
import type { Call } from "./run-account.ts";
import type { Caller, Services } from "./services.ts";
import { refuse } from "./fault-error.ts";

/** What a command is about: the organization to lock, and the member whom its input names, if it names one. */
export interface About {
  readonly organizationId: string;
  readonly memberId: string | null;
}

/**
 * Locks the organization for a command; everything read of it before may be old. Behind the lock, in the same round
 * trip, the member is read whom the command's input names.
 */
export async function stage(
  services: Services,
  caller: Caller,
  db: Db,
  outside: Authentication | Promise<Authentication>,
  { organizationId, memberId }: About,
): Promise<Stage> {
  const who = Promise.resolve(outside);
  const row = lockStanding(db, organizationId);
  const named = memberId === null ? Promise.resolve(undefined) : memberById(db, organizationId, memberId);
  await inOrder([who, row, named]);
  const authentication = locked(await who, await row);
  const { personal_of: personalOf } = authentication.standing;
  return { services, caller, db, authentication, underLock: { named: (await named) ?? null, personalOf } };
}

/** A command's input, with the place where it is to run. */
export interface Staged {
  readonly staged: Stage;
  readonly input: Record<string, unknown>;
}

/** The same for a request that may be a retry. */
export interface Claimed extends Staged {
  readonly claimed: Remembered;
}

const unclaimed: Remembered = { replayed: false };

/**
 * The same for a request, with the look at who calls in that round trip. Only within a transaction: were the look itself
 * to fail, nothing behind it would run. Whoever is nobody learns nothing of their input.
 */
export const stageRequest = (
  call: Call,
  connection: Connection,
  operation: Operation,
  memberIdIn: (input: Record<string, unknown>) => unknown,
): Promise<Staged> => staging(call, connection, operation, memberIdIn, async () => unclaimed);

/** The same, with its idempotency key claimed before the lock. */
export const stageCommand = (call: Call, connection: Connection, operation: Operation): Promise<Claimed> =>
  staging(
    call,
    connection,
    operation,
    ({ memberId }) => memberId,
    () => claimKey(connection.db, whoCalls, call),
  );

async function staging(
  { services, caller, raw }: Call,
  { client, db }: Connection,
  operation: Operation,
  memberIdIn: (input: Record<string, unknown>) => unknown,
  claim: () => Promise<Remembered>,
): Promise<Claimed> {
  const organizationId = organizationIdOf(raw);
  const input = readInput(operation, raw);
  const outside = authenticated(client, caller, organizationId);
  if (caller.token === null || organizationId === null || !input.ok) {
    await outside;
    return refuse(input.ok ? { kind: "notFound", what: "organization" } : input.fault);
  }
  markScoped(client);
  // Sent together, in this order: who waits for a key holds no lock.
  const claimed = claim();
  const about = { organizationId, memberId: idOf(memberIdIn(input.value)) };
  const staged = stage(services, caller, db, outside, about);
  await inOrder([outside, claimed, staged]);
  return { staged: await staged, input: input.value, claimed: await claimed };
}
