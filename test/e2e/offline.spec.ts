import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { inventAgency } from "./support/sample.ts";
import { scrollTo, scrollTop } from "./support/scrolling.ts";
import { goTo, signIn } from "./support/steps.ts";

const banner = (page: Page) => page.getByText(/^Offline\. Showing the state of .+, revision [\d,]+/);
const grid = (page: Page) => page.getByRole("grid", { name: "Team" });
/** A row by its place in the whole list, the header's being 1. */
const rowAt = (page: Page, index: number) => grid(page).locator(`[aria-rowindex="${index}"]`);

/** How many rows are kept on this computer. */
async function keptRows(page: Page): Promise<number> {
  const data = await call(page, "offline.get", {});
  return data.organizations.reduce((sum, { rows }) => sum + rows, 0);
}

/** Somebody else changes something, right at the server. */
async function rename(url: string, person: { email: string; password: string }, organizationId: string, name: string) {
  const send = async (method: string, path: string, body: object, headers: Record<string, string> = {}) => {
    const given = { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers };
    const response = await fetch(`${url}/v1${path}`, { method, headers: given, body: JSON.stringify(body) });
    expect(response.status).toBeLessThan(300);
    return z.object({ accessToken: z.string().optional() }).parse(await response.json());
  };
  const { accessToken = "" } = await send("POST", "/sessions", person);
  await send("PATCH", `/organizations/${organizationId}`, { name }, { authorization: `Bearer ${accessToken}` });
}

async function exported(page: Page): Promise<{ name: string; content: string }> {
  await page.getByRole("button", { name: "More actions" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
}

test("a server that stops under a live window leaves everything in its place, to be worked with", async ({
  ownServer,
  openDesktop,
}) => {
  test.setTimeout(240_000);
  await ownServer.stop();
  const manager = await inventAgency(ownServer.folder, "--organizations", "1", "--members", "1100", "--events", "3000");
  await ownServer.start();
  const { page } = await openDesktop(ownServer);
  await signIn(page, manager);
  await goTo(page, "Team");
  const online = await exported(page);
  await expect.poll(async () => keptRows(page), { timeout: 60_000 }).toBeGreaterThan(1000);

  await scrollTo(grid(page), 24_000);
  await rowAt(page, 608).getByRole("checkbox").check({ force: true });
  await rowAt(page, 611).getByRole("gridcell").nth(1).click();
  const drawer = page.getByRole("dialog", { name: "Member" });
  await expect(drawer).toBeVisible();
  await expect(drawer.getByRole("heading").first()).not.toBeEmpty();
  const heading = await drawer.getByRole("heading").first().textContent();
  const [address, top] = [page.url(), await scrollTop(grid(page))];
  const unchanged = async () => {
    expect(page.url()).toBe(address);
    await expect(drawer.getByRole("heading").first()).toHaveText(heading ?? "");
    await expect(page.getByText("1 selected")).toBeVisible();
    await expect.poll(async () => scrollTop(grid(page))).toBe(top);
  };

  await test.step("the server stops and comes back with news", async () => {
    await ownServer.stop();
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await unchanged();
    await ownServer.start();
    const organizationId = /\/o\/([^/]+)/.exec(address)?.[1] ?? "";
    await rename(ownServer.url, manager, organizationId, "Brightside Renewed");
    await expect(banner(page)).toBeHidden({ timeout: 45_000 });
    await expect(page.getByRole("button", { name: /^Brightside Renewed/ })).toBeVisible({ timeout: 30_000 });
    await unchanged();
  });

  await test.step("it stops for good", async () => {
    await ownServer.stop();
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await unchanged();
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await page.getByRole("button", { name: "Clear selection" }).click();
  });

  await test.step("search, filter, sort and drawer work on what is kept", async () => {
    await page.getByLabel("Search people").fill("ma");
    await expect(page.getByText(/^\d+ of 1,\d{3}$/)).toBeVisible();
    await expect(page.getByText(/^As of .+, revision/)).toBeVisible();
    await page.getByLabel("Search people").fill("");
    await expect(page.getByText(/^\d+ of 1,\d{3}$/)).toBeHidden();
    const joined = page.getByRole("columnheader", { name: "Joined" });
    await joined.getByRole("button").click();
    await expect(joined).toHaveAttribute("aria-sort", /^(?:as|des)cending$/);
    await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the team is exported as it was, under a name that says so", async () => {
    const offline = await exported(page);
    expect(offline.name).toContain("-as-of-");
    // When the manager was seen last changes while they work.
    const linesOf = ({ content }: { content: string }) =>
      content.split("\r\n").filter((line) => !line.includes(manager.email));
    const [before, now] = [new Set(linesOf(online)), new Set(linesOf(offline))];
    expect(now.size).toBeGreaterThan(1000);
    expect([...now].filter((line) => !before.has(line))).toEqual([]);
    // The invented invitations end at any moment, also between the two.
    expect([...before].filter((line) => !now.has(line) && !line.includes("Pending"))).toEqual([]);
  });

  await test.step("matrix, who can and the audit log answer as well", async () => {
    await goTo(page, "Roles & permissions");
    await expect(page.getByText(/^As of .+, revision/)).toBeVisible();
    await goTo(page, "Audit log");
    await page.getByLabel("Search events").fill("mara");
    await expect(page.getByRole("row").nth(1)).toContainText(/mara/i);
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
    await expect(page.getByText(/It holds events since .+ alone and ends at .+, revision/)).toBeVisible();
  });
});
