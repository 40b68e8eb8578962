import type { Operation } from "#contract/operation.ts";
import type { AuditAction } from "#contract/audit.ts";
import type { Authentication } from "../storage/authenticate.ts";
import type { Db } from "../storage/database.ts";
import { lockOrganization } from "../storage/queries/audit-writes.ts";
import { scopeOf, withReading, type Reading } from "../storage/reading.ts";
import { inTransactionAfter, scopeConnection } from "../storage/scope.ts";
import { append, lockChain } from "./audit.ts";
import { authenticated, authenticatedTogether } from "./authenticated.ts";
import type { AccountContext, AuditedAccountContext, StreamContext } from "./contexts.ts";
import type { DoneIn } from "./handlers.ts";
import { requireKeyShape } from "./idempotency.ts";
import { enforceLimit } from "./limits.ts";
import { once } from "./once.ts";
import { parseInput } from "./parse.ts";
import type { Caller, Services } from "./services.ts";

type AccountOperation = Extract<Operation, { access: "account" }>;

export interface Call {
  readonly services: Services;
  readonly name: string;
  readonly raw: unknown;
  readonly caller: Caller;
}

/** What a read about the caller gets. A class, as a getter in a literal takes longer than the rest of the read. */
class AccountReading implements AccountContext {
  readonly services: Services;
  readonly caller: Caller;
  readonly account: Authentication["account"];
  readonly session: Authentication["session"];
  readonly #reading: Reading;

  constructor({ services, caller }: Call, { account, session }: Authentication, reading: Reading) {
    this.services = services;
    this.caller = caller;
    this.account = account;
    this.session = session;
    this.#reading = reading;
  }

  get db(): Db {
    return this.#reading.db;
  }
}

/** A read about the caller, behind row-level security. */
export async function runAccountQuery<Result>(
  call: Call,
  operation: AccountOperation,
  handler: (context: AccountContext, input: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  const { services, caller } = call;
  const authentication = await authenticatedTogether(services.pools, caller, null);
  const input = parseInput(operation, call.raw);
  return withReading(services.pools, scopeOf(authentication), (reading) =>
    handler(new AccountReading(call, authentication, reading), input),
  );
}

/** A stream outlives this call, so only its beginning holds a connection. */
export async function runAccountStream<Result>(
  call: Call,
  operation: AccountOperation,
  handler: (context: StreamContext, input: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  const { services, caller } = call;
  const { account, session } = await authenticatedTogether(services.pools, caller, null);
  return handler({ services, caller, account, session }, parseInput(operation, call.raw));
}

/** A command about the caller alone: sessions, password, profile. Runs with the owner's rights. */
export async function runAccountCommand(
  call: Call,
  operation: Extract<AccountOperation, { kind: "command" }>,
  handler: (context: AccountContext, input: Record<string, unknown>) => Promise<unknown>,
): Promise<unknown> {
  const { services, caller, name, raw } = call;
  const { account, session } = await authenticatedTogether(services.pools, caller, null);
  const input = parseInput(operation, raw);
  if (caller.idempotencyKey !== null) requireKeyShape(caller.idempotencyKey);
  await limit(call, operation, { ...input, accountId: account.id });
  return services.pools.system.transaction().execute((db) => {
    const work = () => handler({ services, caller, account, session, db }, input);
    if (operation.answersSecret === true) return work();
    return once(db, { name, raw, caller, accountId: account.id }, work);
  });
}

/** A command that starts outside an organization and writes its audit event: create, accept, decline. */
export async function runAuditedAccountCommand(
  call: Call,
  operation: Extract<AccountOperation, { kind: "command" }> & { readonly audit: AuditAction },
  handler: (context: AuditedAccountContext, input: Record<string, unknown>) => Promise<DoneIn<unknown>>,
): Promise<unknown> {
  const { services, caller, name, raw } = call;
  return inTransactionAfter(
    services.pools,
    ({ client }) => authenticated(client, caller, null),
    async ({ client, db }, { account, session }) => {
      const input = parseInput(operation, raw);
      await limit(call, operation, { ...input, accountId: account.id });
      return once(db, { name, raw, caller, accountId: account.id }, async () => {
        const enter = async (organizationId: string): Promise<void> => {
          await scopeConnection(client, { accountId: account.id, organizationId });
          await lockOrganization(db, organizationId);
        };
        const done = await handler({ services, caller, account, session, db, enter }, input);
        const by = {
          actor: { accountId: account.id, name: account.name },
          requestId: caller.requestId,
          at: caller.now,
        };
        const head = await lockChain(db, done.organizationId);
        return done.output(await append(db, head, operation.audit, done.events, by, done.notices));
      });
    },
  );
}

async function limit(call: Call, operation: AccountOperation, input: Record<string, unknown>): Promise<void> {
  if (operation.kind !== "command" || operation.limit === undefined) return;
  const { address, now } = call.caller;
  await enforceLimit(call.services.pools.system, call.name, operation.limit, { address, now, input });
}
