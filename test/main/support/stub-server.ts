import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { problemOf, statusOf, type Fault } from "#contract/fault.ts";
import { operationOf, type OperationName } from "#contract/operations.ts";
import { version } from "#contract/version.ts";
import { onTestFinished } from "vitest";

type Route = (request: FastifyRequest, reply: FastifyReply) => unknown;

export interface StubServer {
  readonly url: string;
  readonly app: FastifyInstance;
  /** Every request that came, in order. */
  readonly requests: FastifyRequest[];
}

/** A small HTTP server that speaks the contract's paths; ends with the test. Null: it does not tell its version. */
export async function stubServer(
  routes: Partial<Record<OperationName, Route>>,
  ofVersion: string | null = version,
): Promise<StubServer> {
  const app = fastify({ forceCloseConnections: true });
  const requests: FastifyRequest[] = [];
  app.addHook("preHandler", async (request) => void requests.push(request));
  app.get("/healthz", async () => ({ name: "orgdesk", healthy: true, version: ofVersion }));
  app.setNotFoundHandler(async (_, reply) => await sendFault(reply, { kind: "notFound", what: "path" }));
  for (const [name, route] of Object.entries(routes)) {
    const { method, path } = operationOf(name as OperationName);
    app.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ":$1"),
      handler: async (request, reply) => route(request, reply),
    });
  }
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => await app.close());
  return { url, app, requests };
}

export async function sendFault(reply: FastifyReply, fault: Fault): Promise<unknown> {
  return await reply
    .status(statusOf[fault.kind])
    .header("content-type", "application/problem+json")
    .send(JSON.stringify(problemOf(fault)));
}

/** A server that takes requests and breaks the connection before or in the middle of its answer. */
export function breakConnection(reply: FastifyReply, part?: string): void {
  reply.hijack();
  if (part !== undefined) {
    reply.raw.writeHead(200, { "content-type": "application/json", "content-length": 10_000 });
    reply.raw.write(part);
    setTimeout(() => reply.raw.destroy(), 20);
  } else reply.raw.destroy();
}
