import type { FastifyInstance } from "fastify";
import type { Services } from "../dispatch/services.ts";
import { version } from "#contract/version.ts";

/** `/healthz`: the process answers. `/readyz`: so does its database. Neither needs a sign-in. */
export function mountHealth(app: FastifyInstance, { pools }: Services): void {
  app.get("/healthz", async () => ({ name: "orgdesk", healthy: true, version }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await pools.systemPool.query("select 1");
      return { name: "orgdesk", ready: true, version };
    } catch {
      return reply.code(503).send({ name: "orgdesk", ready: false, version });
    }
  });
}
