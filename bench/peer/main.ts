import Fastify from "fastify";
import pg from "pg";
import { invite, type Invitation } from "./invite.ts";
import { auditPage, memberPage } from "./pages.ts";

/**
 * What Orgdesk is compared with: Fastify's 'hello', and what a careful developer would write by hand with Fastify and
 * pg over the same tables. Pages check access within their one query.
 */
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"] ?? "", max: 10 });
const app = Fastify();

const tokenOf = (header: string | undefined): string => header?.slice("Bearer ".length) ?? "";

app.get("/hello", async () => ({ hello: "world" }));

app.get<{ Params: { id: string }; Querystring: { name?: string; after?: string } }>(
  "/organizations/:id/members",
  async (request, reply) => {
    const { name, after } = request.query;
    const page = await memberPage(pool, tokenOf(request.headers.authorization), request.params.id, name, after);
    if (page === null) return reply.code(404).send();
    return reply.type("application/json").send(page);
  },
);

app.get<{ Params: { id: string }; Querystring: Record<string, string> }>(
  "/organizations/:id/audit-events",
  async (request, reply) => {
    const page = await auditPage(pool, tokenOf(request.headers.authorization), request.params.id, request.query);
    if (page === null) return reply.code(404).send();
    return reply.type("application/json").send(page);
  },
);

app.post<{ Params: { id: string }; Body: Invitation }>("/organizations/:id/invitations", async (request, reply) => {
  const { params, body, headers } = request;
  const sent = await invite(pool, tokenOf(headers.authorization), params.id, body);
  if (sent === null) return reply.code(404).send();
  return sent;
});

const url = await app.listen({ port: 0, host: "127.0.0.1" });
process.stdout.write(`${JSON.stringify({ url })}\n`);
process.once("SIGTERM", () => void app.close().then(async () => pool.end()));
