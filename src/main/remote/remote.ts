import { answered, failed, type Answer } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";
import type { Operation } from "#contract/operation.ts";
import { operationOf, type Given, type OperationName, type Output, type StreamName } from "#contract/operations.ts";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { faultOf, isDone, readAnswer } from "./answers.ts";
import { faultOfLoss, lossOf } from "./faults.ts";
import { createRenewal, type Renewal } from "./renewal.ts";
import type { Fields } from "./request.ts";
import type { Tokens } from "./tokens.ts";
import { createTransport, type SendOptions, type Transport } from "./transport.ts";

export interface RemoteOptions {
  /** Origin of the server, or null while there is none (then every call is `offline`). */
  readonly baseUrl: () => string | null;
  readonly tokens: Tokens;
  readonly userAgent?: string;
  readonly timeoutMs?: number;
  /** Is shown every answer. */
  readonly saw?: (answer: Answer<unknown>) => void;
}

export interface CallOptions {
  /** Of a preview: a command is done only while its effects are still those. */
  readonly basis?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface OpenStream {
  readonly body: Readable;
  /** From `X-Total-Count`, where the server says it. */
  readonly total: number | null;
}

/** The server, as the contract describes it. Nothing throws: every failure is a fault. */
export interface Remote {
  call<Name extends OperationName>(
    name: Name,
    input: Given<Name>,
    options?: CallOptions,
  ): Promise<Answer<Output<Name>>>;
  /** The same for a name that is known only at run time; its input was parsed before. */
  send(name: OperationName, input: Fields, options?: CallOptions): Promise<Answer<unknown>>;
  stream<Name extends StreamName>(name: Name, input: Given<Name>, options?: CallOptions): Promise<Answer<OpenStream>>;
}

const defaultTimeoutMs = 20_000;
/** Operations that may keep the server busy for longer: a chain of millions of events is walked in minutes. */
const patienceMs: Readonly<Partial<Record<OperationName, number>>> = {
  "auditEvent.verify": 15 * 60_000,
  "invitation.import": 2 * 60_000,
};

export function createRemote(options: RemoteOptions): Remote {
  const transport = createTransport(options.timeoutMs ?? defaultTimeoutMs, options.userAgent ?? "Orgdesk");
  const renew = createRenewal(transport, options.tokens);
  const context = { transport, renew, ...options };
  const send: Remote["send"] = async (name, input, { signal, basis } = {}) => {
    const operation = operationOf(name);
    const idempotencyKey = operation.kind === "command" && operation.access !== "public" ? randomUUID() : undefined;
    const answer = await authorized(
      context,
      operation,
      async (baseUrl, accessToken) =>
        await sendTwice(transport, baseUrl, operation, input, {
          accessToken,
          idempotencyKey,
          basis,
          signal,
          timeoutMs: patienceMs[name],
        }),
    );
    options.saw?.(answer);
    return answer;
  };
  return {
    send,
    // The output was parsed by the very schema that its type comes from.
    call: async <Name extends OperationName>(name: Name, input: Given<Name>, given?: CallOptions) =>
      (await send(name, input, given)) as Answer<Output<Name>>,
    stream: async (name, input, { signal } = {}) => {
      const operation = operationOf(name);
      return await authorized(
        context,
        operation,
        async (baseUrl, accessToken) => await openStream(transport, baseUrl, operation, input, { accessToken, signal }),
      );
    },
  };
}

interface Context {
  readonly baseUrl: () => string | null;
  readonly tokens: Tokens;
  readonly renew: Renewal;
}

type Attempt<Value> = (baseUrl: string, accessToken: string | null) => Promise<Answer<Value>>;

/** Runs an attempt with a valid access token: a token that the server no longer takes is renewed, once. */
async function authorized<Value>(
  context: Context,
  operation: Operation,
  attempt: Attempt<Value>,
): Promise<Answer<Value>> {
  const baseUrl = context.baseUrl();
  if (baseUrl === null) return failed({ kind: "offline" });
  if (operation.access === "public") return await attempt(baseUrl, null);
  const held = context.tokens.access();
  const first = held === null ? await context.renew(baseUrl, null) : answered(held);
  if (!first.ok) return first;
  const answer = await attempt(baseUrl, first.value);
  if (answer.ok || !isStale(answer.fault)) return answer;
  const renewed = await context.renew(baseUrl, first.value);
  return renewed.ok ? await attempt(baseUrl, renewed.value) : renewed;
}

const isStale = (fault: Fault): boolean =>
  fault.kind === "unauthenticated" && (fault.reason === "expired" || fault.reason === "invalid");

/** A lost connection is tried once more: reads are harmless, and the same idempotency key makes commands so. */
async function sendTwice(
  transport: Transport,
  baseUrl: string,
  operation: Operation,
  input: Fields,
  options: SendOptions,
): Promise<Answer<unknown>> {
  const repeatable = operation.kind !== "command" || options.idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await transport.send(baseUrl, operation, input, options);
      return await readAnswer(baseUrl, operation.output, response);
    } catch (error) {
      const loss = lossOf(error);
      if (loss !== "lost" || !repeatable || attempt === 2) return failed(faultOfLoss(loss));
    }
  }
}

const largestProblem = 64 * 1024;

async function openStream(
  transport: Transport,
  baseUrl: string,
  operation: Operation,
  input: Fields,
  options: SendOptions,
): Promise<Answer<OpenStream>> {
  try {
    const { status, headers, body } = await transport.open(baseUrl, operation, input, options);
    if (isDone({ status })) return answered({ body, total: countOf(headers["x-total-count"]) });
    return failed(await faultOf(baseUrl, { status, headers, text: await readAll(body) }));
  } catch (error) {
    return failed(faultOfLoss(lossOf(error)));
  }
}

function countOf(header: unknown): number | null {
  const count = Number(header);
  return header !== undefined && Number.isInteger(count) && count >= 0 ? count : null;
}

async function readAll(body: Readable): Promise<string> {
  let text = "";
  for await (const chunk of body.setEncoding("utf8")) {
    text += String(chunk);
    if (text.length > largestProblem) break;
  }
  return text;
}
