import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { createDownloads, type Downloads } from "#main/shell/browser/downloads.ts";
import { openSite, type BrowserSite } from "#main/shell/browser/site.ts";
import { onTestFinished } from "vitest";
import { testDesktop, testFolder } from "../../main/support/desktop.ts";
import { collectingLogger } from "../../main/support/logger.ts";

export interface TestSite extends BrowserSite {
  readonly downloads: Downloads;
  readonly host: string;
}

/** The browser shell's own server over a small renderer, beside a file that it must not serve. */
export async function testSite({ usualPort = null }: { usualPort?: number | null } = {}): Promise<TestSite> {
  const folder = testFolder();
  const rendererFolder = join(folder, "renderer");
  mkdirSync(join(rendererFolder, "assets"), { recursive: true });
  const page =
    '<!doctype html><html><head><script type="module" src="/assets/app-1a2b.js"></script></head><body>page</body>';
  writeFileSync(join(rendererFolder, "index.html"), page);
  writeFileSync(join(rendererFolder, "assets", "app-1a2b.js"), "// app");
  writeFileSync(join(rendererFolder, ".hidden.js"), "hidden");
  writeFileSync(join(folder, "secret.json"), "secret");
  const bridgeScript = join(folder, "browser.cjs");
  writeFileSync(bridgeScript, "// bridge");
  const downloads = createDownloads(join(folder, "downloads"));
  const logger = collectingLogger();
  const parts = { desktop: testDesktop(), downloads, rendererFolder, bridgeScript, logger };
  const site = await openSite({ ...parts, port: 0, usualPort });
  onTestFinished(async () => await site.close());
  return { ...site, downloads, host: new URL(site.origin).host };
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a path as it stands, which `fetch` would tidy. */
export async function get(
  site: TestSite,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Reply> {
  return await new Promise((resolve, reject) => {
    const [host, port] = site.host.split(":");
    const sent = httpRequest({ host, port, path, method, headers: { host: site.host, ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", reject).end();
  });
}

export const launchPath = (site: TestSite) => site.launchUrl().slice(site.origin.length);

export async function cookieOf(site: TestSite): Promise<string> {
  const reply = await get(site, launchPath(site));
  return reply.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}
