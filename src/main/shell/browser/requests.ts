import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pageFile } from "../page/page-files.ts";
import { pageHeaders, securityHeaders } from "../page/security-headers.ts";
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
  if (await site.downloads.send(url.pathname, response)) return;
  const file = await pageFile(site.rendererFolder, url.pathname);
  if (file === null) return say(response, 404, "There is nothing here.");
  if (file.type.startsWith("text/html")) {
    const page = withBridge(file.body.toString("utf8"), await readFile(site.bridgeScript, "utf8"));
    return send(response, page, { ...pageHeaders(page), "Content-Type": file.type, "Cache-Control": "no-store" });
  }
  const kept = file.immutable ? "private, max-age=31536000, immutable" : "no-store";
  send(response, file.body, { ...securityHeaders, "Content-Type": file.type, "Cache-Control": kept });
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

// Before the page's own scripts and within the page, so that it connects while those are asked for.
const withBridge = (html: string, script: string): string =>
  html.replace("<script", (first) => `<script>(() => {\n"use strict";\n${script}\n})();</script>\n    ${first}`);

function send(response: ServerResponse, body: Buffer | string, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, headers);
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
