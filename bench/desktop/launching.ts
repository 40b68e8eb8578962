import { chromium, type BrowserContext } from "@playwright/test";
import { chromiumArguments, findChromium } from "../../scripts/support/chromium.mjs";

declare global {
  interface Window {
    paintedAt?: number;
  }
}

export type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

export interface Target {
  readonly url: string;
  readonly cookies: Cookies;
  /** What must be on the screen, and how often. */
  readonly selector: string;
  readonly count: number;
}

/** An application window has no address bar; the pages behind it would be set up on the same cores meanwhile. */
const withoutAddressBar = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup";

/** Starts Chromium with a profile that it knows; milliseconds from then until it has painted the page. */
export async function launch(profile: string, { url, cookies, selector, count }: Target): Promise<number> {
  const executablePath = findChromium();
  const started = Date.now();
  const context = await chromium.launchPersistentContext(profile, {
    viewport: { width: 1280, height: 800 },
    args: [...chromiumArguments(), withoutAddressBar],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    await context.addCookies(cookies);
    const [page = await context.newPage()] = context.pages();
    await page.addInitScript(
      ([wanted, least]) => {
        const look = () => {
          if (document.querySelectorAll(wanted).length < least) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener("message", () => (window.paintedAt = Date.now()));
            port1.start();
            port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true });
      },
      [selector, count] as const,
    );
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.paintedAt !== undefined);
    return (await page.evaluate(() => window.paintedAt ?? Number.NaN)) - started;
  } finally {
    await context.close();
  }
}
