import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser } from "@playwright/test";
import { build, preview, type InlineConfig } from "vite";
import { figure } from "../system/figure.ts";
import { busy, startChromium } from "../system/page.ts";
import { compared } from "../system/pairs.ts";
import "../system/measured-table.ts";
import type { Row } from "./row.ts";

const count = 100_000;
const pages = path.join(import.meta.dirname, "../pages");
/** Chosen so that each step shows other rows and none comes back. */
const steps = 40;
const stepHeight = 4_000;
const wanted = "chidi dahl";

interface Visit {
  readonly mount: number;
  readonly step: number;
  readonly filter: number;
  readonly matching: number;
}

/** One fresh page: the table mounts, is scrolled step by step, and is filtered as if by typing. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForFunction(() => "table" in window);
    const mount = await busy(page, session, async () => page.evaluate(() => window.table.mount()));
    const all = await page.evaluate(() => window.table.matching());
    if (all !== count) throw new Error(`${all} rows were mounted instead of ${count}`);
    const [first = ""] = await page.evaluate(() => window.table.drawn());
    const scrolled = await busy(page, session, async () => {
      for (let step = 1; step <= steps; step += 1) {
        await page.evaluate((top) => window.table.scrollTo(top), step * stepHeight);
        await page.waitForTimeout(50);
      }
    });
    if ((await page.evaluate(() => window.table.drawn())).join().includes(first)) throw new Error("Nothing scrolled");
    const filter = await busy(page, session, async () => page.evaluate((text) => window.table.filter(text), wanted));
    const matching = await page.evaluate(() => window.table.matching());
    return { mount, step: scrolled / steps, filter, matching };
  } finally {
    await page.close();
  }
}

/** The team's table over 100,000 loaded people against AG Grid with the same rows as plain text. */
export const teamTable: Row = async (_stage, { pairs }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-bench-pages-"));
  const browser = await startChromium();
  const input = { ours: path.join(pages, "ours.html"), peer: path.join(pages, "peer.html") };
  const given: InlineConfig = { root: pages, configFile: false, logLevel: "error", plugins: [react()] };
  const dist = { outDir: folder, emptyOutDir: true };
  try {
    // As the product's own: older ones get each colour as a pair of variables.
    await build({ ...given, build: { ...dist, cssTarget: "chrome130", rollupOptions: { input } } });
    const site = await preview({ ...given, build: dist, preview: { host: "127.0.0.1", port: 0 } });
    const at = new URL(site.resolvedUrls?.local[0] ?? "");
    const ours: Visit[] = [];
    const peer: Visit[] = [];
    for (let pair = 0; pair <= pairs; pair += 1) {
      ours.push(await visit(browser, new URL("ours.html", at).href));
      peer.push(await visit(browser, new URL("peer.html", at).href));
    }
    await site.close();
    const found = new Set([...ours, ...peer].map(({ matching }) => matching));
    if (found.size !== 1) throw new Error(`The tables found ${[...found].join(" and ")} people`);
    // The first visit of each does not count.
    const of = (what: "mount" | "step" | "filter") =>
      compared(ours.slice(1).map((each, index) => ({ ours: each[what], peer: peer[index + 1]?.[what] ?? Number.NaN })));
    return [
      figure("team table of 100,000: mount", "ms", "AG Grid", of("mount"), { atMost: 0.5 }),
      figure("team table of 100,000: scroll step", "ms", "AG Grid", of("step"), { atMost: 0.8 }),
      figure("team table of 100,000: filter", "ms", "AG Grid", of("filter"), { atMost: 1 }),
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
};
