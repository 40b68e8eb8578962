import { monitorEventLoopDelay } from "node:perf_hooks";
import { cleanLogo } from "#server/logo/clean.ts";
import { cleanSvgOnThread } from "#server/logo/thread.ts";
import { expect, test } from "vitest";

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inner}</svg>`;

/** The largest that is taken: 1,200 parts in nearly 2 MB. */
const largest = svg(`<path d="${"M0 0".repeat(400)}" fill="#123" stroke="#456" opacity="1"/>`.repeat(1200));

/** The share of the time that a cleaning takes for which this thread could do nothing else in one go. */
async function heldUp(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await cleanSvgOnThread(Buffer.from(largest), null);
  const took = performance.now() - start;
  delay.disable();
  return delay.max / 1e6 / took;
}

test("the largest image that is taken holds up nobody's requests", async () => {
  // A busy machine may stop the whole process for a moment; parsing here would hold it up every time.
  const shares = [await heldUp(), await heldUp(), await heldUp()];
  expect(Math.min(...shares)).toBeLessThan(0.3);
});

test("what the thread refuses comes back as the same fault", async () => {
  const image = Buffer.from(svg("").replace("viewBox", "data-box")).toString("base64");
  await expect(cleanLogo(image, null)).rejects.toMatchObject({
    fault: { kind: "invalid", issues: [{ path: "image", code: "noSize" }] },
  });
});
