import type { FastifyInstance } from "fastify";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Open your invitation in Orgdesk</title>
<link rel="stylesheet" href="/invite.css">
</head>
<body>
<main>
<h1>Open your invitation in Orgdesk</h1>
<p>Copy this page's whole address, then in Orgdesk choose <b>Open an invitation link</b> and paste it.</p>
<p>The part after <code>#</code> is your personal secret. Your browser does not send it to this server.</p>
</main>
</body>
</html>
`;

const style = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{display:grid;place-items:center;min-height:90vh}main{max-width:34rem;padding:1rem}`;

/** Where a mailed link leads in a browser. The token stands in the fragment, so it never reaches the server's log. */
export function mountInvitationPage(app: FastifyInstance): void {
  app.get("/invite", { helmet: {} }, (_request, reply) => {
    // The policy for data, which allows no style at all, would be sent instead of the page's own.
    reply.header("content-security-policy", reply.raw.getHeader("content-security-policy"));
    return reply.type("text/html; charset=utf-8").send(page);
  });
  app.get("/invite.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(style));
}
