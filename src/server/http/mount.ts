import { operationNames, operationOf } from "#contract/operations.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Dispatch } from "../dispatch/dispatch.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import type { StreamReply } from "../dispatch/handlers.ts";
import { callerOf } from "./caller.ts";
import { compressLarge, compressStream } from "./compressed.ts";
import { assembleInput, routeOf, type Route } from "./input.ts";
import { sendFault } from "./problems.ts";
import { replySchemaOf } from "./reply-schema.ts";

const routePath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** One route for each operation of the contract; what guards an operation is in its dispatch, not in its path. */
export function mount(app: FastifyInstance, dispatch: Dispatch): void {
  for (const name of operationNames) {
    const operation = operationOf(name);
    const route = routeOf(operation);
    app.route({
      method: operation.method,
      url: routePath(operation.path),
      exposeHeadRoute: false,
      ...(operation.bodyLimit === undefined ? {} : { bodyLimit: operation.bodyLimit }),
      schema: operation.kind === "stream" ? {} : { response: { 200: replySchemaOf(operation.output) } },
      ...(operation.large ? { onSend: compressLarge } : {}),
      handler: async (request, reply) => {
        const input = inputOf(route, request);
        if (!input.ok) return sendFault(reply, { ...input.fault, requestId: request.id });
        const answer = await dispatch(name, input.value, callerOf(request));
        if (!answer.ok) return sendFault(reply, answer.fault);
        return operation.kind === "stream" ? sendStream(request, reply, answer.value as StreamReply) : answer.value;
      },
    });
  }
}

function inputOf(route: Route, request: FastifyRequest) {
  try {
    return { ok: true, value: assembleInput(route, request) } as const;
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault } as const;
    throw error;
  }
}

function sendStream(request: FastifyRequest, reply: FastifyReply, { headers, body, live }: StreamReply): FastifyReply {
  reply.raw.once("close", () => body.destroy());
  return reply.headers(headers).send(live ? body : compressStream(request, reply, body));
}
