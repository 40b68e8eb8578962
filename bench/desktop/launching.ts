import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext } from "@playwright/test";
import { unusedFeatures } from "#main/shell/browser/app-window.ts";
import { z } from "zod";
import { chromiumArguments, findChromium } from "../../scripts/support/chromium.mjs";
import { protocolOf, type Protocol } from "./protocol.ts";

export interface Target {
  readonly url: string;
  readonly cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;
  /** What must be on the screen, and how often. */
  readonly selector: string;
  readonly count: number;
}

// An application window has no address bar; the pages behind it would be set up on the same cores meanwhile.
const addressBar = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

const flags = [
  "--headless",
  "--remote-debugging-pipe",
  "--window-size=1280,800",
  "--no-default-browser-check",
  `--disable-features=${[...unusedFeatures, ...addressBar].join(",")}`,
];

/** Longest wait for a page, in milliseconds. */
const patience = 20_000;

/**
 * Starts Chromium with a profile that it knows; milliseconds from then until it has painted the page. A tool for tests
 * would have each request and message told to it: 50 ms more of processor time in the page's process alone.
 */
export async function launch(profile: string, target: Target): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("There is no Chromium here: ORGDESK_CHROMIUM names one");
  const started = Date.now();
  const chromium = spawn(executablePath, [...chromiumArguments(), ...flags, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = once(chromium, "exit");
  const protocol = protocolOf(chromium);
  try {
    return (await Promise.race([show(protocol, target), overdue()])) - started;
  } finally {
    await protocol.send("Browser.close");
    await ended;
  }
}

/** Goes to the page; the time at which it was painted. */
async function show({ send, event }: Protocol, { url, cookies, selector, count }: Target): Promise<number> {
  const targetId = await firstPage(send);
  const { sessionId } = z
    .object({ sessionId: z.string() })
    .parse(await send("Target.attachToTarget", { targetId, flatten: true }));
  const source = `(${tellWhenPainted.toString()})(${JSON.stringify(selector)}, ${count})`;
  await Promise.all([
    send("Storage.setCookies", { cookies }),
    send("Page.enable", {}, sessionId),
    send("Runtime.enable", {}, sessionId),
    send("Runtime.addBinding", { name: "painted" }, sessionId),
    send("Page.addScriptToEvaluateOnNewDocument", { source }, sessionId),
  ]);
  const painted = event("Runtime.bindingCalled");
  await send("Page.navigate", { url }, sessionId);
  return Number((await painted)["payload"]);
}

const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) });

/** The window that Chromium opens by itself. */
async function firstPage(send: Protocol["send"]): Promise<string> {
  for (;;) {
    const { targetInfos } = Targets.parse(await send("Target.getTargets"));
    const page = targetInfos.find(({ type }) => type === "page");
    if (page !== undefined) return page.targetId;
    await pause(5);
  }
}

async function overdue(): Promise<never> {
  await pause(patience, undefined, { ref: false });
  throw new Error("The page was not painted");
}

declare function painted(at: string): void;

/** Runs in the page. */
function tellWhenPainted(selector: string, count: number): void {
  const look = () => {
    if (document.querySelectorAll(selector).length < count) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => painted(String(Date.now())));
      port1.start();
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}
