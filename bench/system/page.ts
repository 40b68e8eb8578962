import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "../../scripts/support/chromium.mjs";

/** The Chromium in which both sides of a row are shown. */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** How often and how long is waited for the page to have nothing left to do, in milliseconds. */
const pause = 150;
const pauses = 20;
/** Work within one pause that is the pause itself: a clock that ticks, a frame that is drawn again. */
const murmur = 10;

/** Milliseconds in which the page's main thread was busy with what `act` started: script, style, layout and paint. */
export async function busy(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const before = await taskTime(session);
  await act();
  let now = before;
  for (let left = pauses; left > 0; left -= 1) {
    const last = now;
    await page.waitForTimeout(pause);
    now = await taskTime(session);
    if (now - last < murmur) return last - before;
  }
  return now - before;
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}
