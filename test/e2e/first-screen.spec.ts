import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { character, signUp } from "./support/steps.ts";

/** What a first screen may load of scripts, gzipped, in bytes. */
const most = 350_000;

const built = path.resolve(import.meta.dirname, "../../out/renderer");

/** The gzipped bytes of the scripts that the window has loaded once it is at rest, those within the page included. */
async function scriptsOf(page: Page): Promise<number> {
  // A script is told of when it has come; at the first heading some may be on their way.
  await page.waitForLoadState("networkidle");
  const within = await page.evaluate(() =>
    [...document.scripts].filter(({ src }) => src === "").map(({ text }) => text),
  );
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
  );
  const scripts = new Set(loaded.filter((name) => name.startsWith("/assets/") && name.endsWith(".js")));
  expect(scripts.size).toBeGreaterThan(0);
  const files = await Promise.all([...scripts].map(async (name) => await readFile(path.join(built, name))));
  return [...files, ...within].reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
}

test("no first screen loads more scripts than it needs", async ({ openDesktop, server }, testInfo) => {
  test.skip(testInfo.project.name === "electron", "Electron loads the same files from the disk");
  const { page } = await openDesktop();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  expect(await scriptsOf(page)).toBeLessThan(most);
  await signUp(page, server, character("Fiona First"));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
  expect(await scriptsOf(page)).toBeLessThan(most);
  const organization = /#\/o\/[^/]+/.exec(page.url())?.[0] ?? "";
  const sections = ["team", "permissions", "workspaces", "audit", "settings", "settings/security"];
  const places = [
    "#/organizations",
    "#/people",
    "#/people/plans",
    "#/reviews",
    "#/who-can",
    "#/inbox",
    "#/account",
    "#/account/sign-in",
  ];
  for (const place of [...sections.map((section) => `${organization}/${section}`), ...places]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
    expect(await scriptsOf(page), `what ${place} loads when it is opened first`).toBeLessThan(most);
  }
});
