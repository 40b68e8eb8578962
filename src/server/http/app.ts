import helmet from "@fastify/helmet";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import { openApiDocument } from "#contract/openapi.ts";
import { dispatcher } from "../dispatch/dispatch.ts";
import { countingInHand } from "../dispatch/in-hand.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import { newId } from "../storage/ids.ts";
import { version } from "#contract/version.ts";
import { mount } from "./mount.ts";
import { faultOfHttp, sendFault } from "./problems.ts";
import { answerUnreadable } from "./unreadable.ts";
import { mountHealth } from "./health.ts";
import { invitationPolicy, mountInvitationPage } from "./invitation-page.ts";

export interface AppOptions {
  /** Take the caller's address from a proxy's header. Only behind a proxy that sets it. */
  readonly trustProxy: boolean;
}

/** Large enough for 500 invitations with a message; anything above is refused before it is read. */
const bodyLimit = 256 * 1024;

/** Headers of every answer: nothing is cached, framed, sniffed or run as a page. */
const dataHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

/** The HTTP server over the contract. It holds no state: several can run on one database. */
export async function createApp(services: Services, handlers: Handlers, options: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: services.log,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request would cost more than the few that log; what is logged names its request.
    childLoggerFactory: (logger) => logger,
    // One hop: what a client itself writes in front of the proxy's entry is not believed.
    trustProxy: options.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit,
    genReqId: () => newId(),
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => {
      sendFault(reply, { ...faultOfHttp(error), requestId: request.id });
    },
    clientErrorHandler: answerUnreadable,
    forceCloseConnections: true,
    routerOptions: {
      caseSensitive: true,
      ignoreTrailingSlash: false,
      ignoreDuplicateSlashes: false,
      maxParamLength: 200,
    },
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(dataHeaders).header("x-request-id", request.id);
    done();
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const fault = faultOfHttp(error);
    if (fault.kind === "internal") request.log.error({ err: error, requestId: request.id }, "request failed");
    return sendFault(reply, { ...fault, requestId: request.id });
  });
  app.setNotFoundHandler((request, reply) =>
    sendFault(reply, { kind: "notFound", what: "path", requestId: request.id }),
  );
  const document = JSON.stringify(openApiDocument(version));
  app.get("/openapi.json", (_request, reply) => reply.type("application/json").send(document));
  mountHealth(app, services);
  // Only where a browser shows a page: the answers of the API carry what applies to data, and its hooks cost each a turn.
  await app.register(async (pages) => {
    await pages.register(helmet, {
      global: false,
      contentSecurityPolicy: invitationPolicy,
    });
    mountInvitationPage(pages);
  });
  const calls = countingInHand(dispatcher(services, handlers));
  app.addHook("onClose", async () => calls.settled());
  mount(app, calls.dispatch);
  return app;
}
