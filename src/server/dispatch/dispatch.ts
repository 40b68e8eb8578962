import type { Answer } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";
import { operationOf, type OperationName } from "#contract/operations.ts";
import type { Operation } from "#contract/operation.ts";
import { FaultError } from "./fault-error.ts";
import type {
  AuditedAccountContext,
  AccountContext,
  OrganizationContext,
  OrganizationStreamContext,
  PublicContext,
  RehearsalContext,
  StreamContext,
} from "./contexts.ts";
import type { Done, DoneIn, Handlers } from "./handlers.ts";
import { enforceLimit } from "./limits.ts";
import { organizationIdOf, parseInput } from "./parse.ts";
import {
  runAccountCommand,
  runAccountQuery,
  runAccountStream,
  runAuditedAccountCommand,
  type Call,
} from "./run-account.ts";
import {
  runOrganizationCommand,
  runOrganizationQuery,
  runOrganizationStream,
  runRehearsal,
} from "./run-organization.ts";
import { noteRefusal } from "./refusals.ts";
import type { Caller, Services } from "./services.ts";
import { faultOfDatabase } from "./database-faults.ts";

/** A handler with its types given up: the declaration has been matched with its handler by `Handlers` already. */
type Erased<Context, Result> = (context: Context, input: Record<string, unknown>) => Promise<Result>;

export type Dispatch = (name: OperationName, raw: unknown, caller: Caller) => Promise<Answer<unknown>>;

/** The one path of every operation: whoever calls, over whatever transport, comes through here. */
export function dispatcher(services: Services, handlers: Handlers): Dispatch {
  return async (name, raw, caller) => {
    const call: Call = { services, name, raw, caller };
    const operation = operationOf(name);
    try {
      return { ok: true, value: await run(call, operation, handlers[name]), source: { from: "server" } };
    } catch (error) {
      const fault = faultOf(error, call);
      if (fault.kind === "forbidden" && operation.kind === "command") {
        await noteRefusal(call, organizationIdOf(raw), fault.refusal);
      }
      return { ok: false, fault: { ...fault, requestId: caller.requestId } };
    }
  };
}

function run(call: Call, operation: Operation, handler: Handlers[OperationName]): Promise<unknown> {
  if (operation.access === "public") return runPublic(call, operation, handler as Erased<PublicContext, unknown>);
  if (operation.access === "account") return runAccount(call, operation, handler);
  if (operation.kind === "query" && operation.rehearses === true) {
    return runRehearsal(call, operation, handler as (context: RehearsalContext) => Promise<unknown>);
  }
  if (operation.kind === "query")
    return runOrganizationQuery(call, operation, handler as Erased<OrganizationContext, unknown>);
  if (operation.kind === "stream") {
    return runOrganizationStream(call, operation, handler as Erased<OrganizationStreamContext, unknown>);
  }
  return runOrganizationCommand(call, operation, handler as Erased<OrganizationContext, Done<unknown>>);
}

function runAccount(
  call: Call,
  operation: Extract<Operation, { access: "account" }>,
  handler: Handlers[OperationName],
): Promise<unknown> {
  if (operation.kind === "query") return runAccountQuery(call, operation, handler as Erased<AccountContext, unknown>);
  if (operation.kind === "stream") return runAccountStream(call, operation, handler as Erased<StreamContext, unknown>);
  const { audit } = operation;
  if (audit === null) return runAccountCommand(call, operation, handler as Erased<AccountContext, unknown>);
  return runAuditedAccountCommand(
    call,
    { ...operation, audit },
    handler as Erased<AuditedAccountContext, DoneIn<unknown>>,
  );
}

async function runPublic(
  { services, caller, name, raw }: Call,
  operation: Extract<Operation, { access: "public" }>,
  handler: Erased<PublicContext, unknown>,
): Promise<unknown> {
  const input = parseInput(operation, raw);
  const { address, now } = caller;
  await enforceLimit(services.pools.system, name, operation.limit, { address, now, input });
  // A public command opens its own transaction: sign-in must count a failed try even though it is refused.
  return handler({ services, caller, db: services.pools.system }, input);
}

function faultOf(error: unknown, { services, name, caller }: Call): Fault {
  if (error instanceof FaultError) return error.fault;
  const fault = faultOfDatabase(error);
  if (fault !== null) return fault;
  services.log.error({ err: error, operation: name, requestId: caller.requestId }, "operation failed");
  return { kind: "internal" };
}
