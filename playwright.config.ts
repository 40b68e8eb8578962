import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./scripts/support/chromium.mjs";

const installed = findChromium();
const results = process.env["ORGDESK_TEST_RUN"] ?? "test-results";
const json = process.env["ORGDESK_TEST_JSON"];

// The same journeys twice: through the browser shell, and through Electron where its binary can run
// (its fixture skips them elsewhere, saying why).
export default defineConfig({
  testDir: "test/e2e",
  outputDir: join(results, "playwright"),
  reporter: json === undefined ? [["list"]] : [["list"], ["json", { outputFile: json }]],
  workers: 2,
  // Whatever needed its second try is named at the end of the run.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 18 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: {
      args: chromiumArguments(),
      ...(installed === undefined ? {} : { executablePath: installed }),
    },
  },
  projects: [{ name: "browser-shell", use: { browserName: "chromium" } }, { name: "electron" }],
});
