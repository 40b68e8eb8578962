import type { FastifyInstance } from "fastify";
import { invitePage } from "./invite/page.ts";
import { inviteScript } from "./invite/script.ts";
import { inviteStyle } from "./invite/style.ts";

/** Its own style and script, and a question to this server. Nothing is upgraded to https: a server may have none. */
export const invitationPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * Where a mailed link leads in a browser. The token stands in the fragment, so it never reaches the server's log; the
 * page's script asks with it what the application asks too.
 */
export function mountInvitationPage(app: FastifyInstance): void {
  app.get("/invite", { helmet: {} }, (_request, reply) => {
    // The policy for data, which allows no style at all, would be sent instead of the page's own.
    reply.header("content-security-policy", reply.raw.getHeader("content-security-policy"));
    return reply.type("text/html; charset=utf-8").send(invitePage);
  });
  app.get("/invite.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(inviteStyle));
  app.get("/invite.js", (_request, reply) => reply.type("text/javascript; charset=utf-8").send(inviteScript));
}
