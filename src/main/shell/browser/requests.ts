import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pageFile } from "../page/page-files.ts";
import { securityHeaders } from "../page/security-headers.ts";
import type { Downloads } from "./downloads.ts";
import { judgeRequest, judgeSource, type Gate } from "./guard.ts";
import type { Launches } from "./launches.ts";

export interface Site {
  readonly gate: () => Gate;
  readonly launches: Launches;
  readonly downloads: Downloads;
  readonly rendererFolder: string;
  /** Script that gives the page its bridge. */
  readonly bridgeScript: string;
}

const bridgePath = "/bridge.js";

/** Answers one request of a window. */
export async function answerRequest(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gate = site.gate();
  const url = URL.parse(request.url ?? "", `http://${gate.host}`);
  if (url === null || url.origin !== `http://${gate.host}`) return say(response, 400, "This address is not valid.");
  if (judgeSource(request.headers, gate) !== "allowed")
    return say(response, 403, "Orgdesk does not answer other sites.");
  // Nor HEAD: it would spend a launch token or a download that nobody gets.
  if (request.method !== "GET") return say(response, 405, "Only reading is possible here.");
  if (url.pathname === "/launch") return launch(site, url, response);
  if (judgeRequest(request.headers, gate) !== "allowed") {
    return say(response, 401, "This window was not opened by Orgdesk. Start Orgdesk again to open one.");
  }
  if (url.pathname === bridgePath) {
    const script = withoutGlobals(await readFile(site.bridgeScript));
    return send(response, script, "text/javascript; charset=utf-8", "no-store");
  }
  if (await site.downloads.send(url.pathname, response)) return;
  const file = await pageFile(site.rendererFolder, url.pathname);
  if (file === null) return say(response, 404, "There is nothing here.");
  const body = file.type.startsWith("text/html") ? withBridge(file.body) : file.body;
  send(response, body, file.type, file.immutable ? "private, max-age=31536000, immutable" : "no-store");
}

// The token is spent by this request; the clean address that follows is all that the window keeps.
function launch({ launches, gate }: Site, url: URL, response: ServerResponse): void {
  const secret = launches.redeem(url.searchParams.get("token") ?? "");
  if (secret === null)
    return say(response, 401, "This address was used already. Start Orgdesk again to open a window.");
  response.writeHead(303, {
    ...securityHeaders,
    "Set-Cookie": `${gate().cookie}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    Location: "/",
    "Cache-Control": "no-store",
  });
  response.end();
}

// Before the page's own scripts, and not a module as they are: it connects while those are being loaded.
const withBridge = (html: Buffer): Buffer =>
  Buffer.from(html.toString("utf8").replace(/<script type="module"/, `<script src="${bridgePath}"></script>$&`));

const withoutGlobals = (script: Buffer): Buffer =>
  Buffer.from(`(() => {\n"use strict";\n${script.toString("utf8")}\n})();\n`);

function send(response: ServerResponse, body: Buffer, type: string, cache: string): void {
  response.writeHead(200, { ...securityHeaders, "Content-Type": type, "Cache-Control": cache });
  response.end(body);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    ...securityHeaders,
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(`${sentence}\n`);
}
