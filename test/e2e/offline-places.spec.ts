import type { Page } from "@playwright/test";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { inventAgency } from "./support/sample.ts";
import { scrollTo, scrollTop } from "./support/scrolling.ts";
import { goTo, signIn } from "./support/steps.ts";

const banner = (page: Page) => page.getByText(/^Offline\. Showing the state of/);
const grid = (page: Page, name: string) => page.getByRole("grid", { name });
/** A row by its place in the whole list, the header's being 1. */
const rowAt = (page: Page, name: string, index: number) => grid(page, name).locator(`[aria-rowindex="${index}"]`);

test("over all organizations and in the audit log, place, selection and scroll outlast the connection and its return", async ({
  ownServer,
  openDesktop,
}) => {
  test.setTimeout(170_000);
  await ownServer.stop();
  const manager = await inventAgency(ownServer.folder, "--organizations", "2", "--members", "500", "--events", "4000");
  await ownServer.start();
  const { page } = await openDesktop(ownServer);
  await signIn(page, manager);
  await expect
    .poll(async () => (await call(page, "offline.get", {})).organizations.length, { timeout: 60_000 })
    .toBeGreaterThan(1);
  await page.getByRole("link", { name: /^People/ }).click();
  await scrollTo(grid(page, "People"), 8_000);
  await rowAt(page, "People", 204).getByRole("checkbox").check({ force: true });
  await rowAt(page, "People", 206).getByRole("checkbox").check({ force: true });
  const people = { address: page.url(), top: await scrollTop(grid(page, "People")) };
  const peopleUnchanged = async () => {
    await expect(page.getByText("2 selected")).toBeVisible();
    await expect(rowAt(page, "People", 206).getByRole("checkbox")).toBeChecked();
    await expect.poll(async () => scrollTop(grid(page, "People"))).toBe(people.top);
    expect(page.url()).toBe(people.address);
  };

  await test.step("the connection goes and comes back under a selection of people", async () => {
    await ownServer.stop();
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("button", { name: "Remove", exact: true })).toHaveAttribute("aria-disabled", "true");
    await peopleUnchanged();
    await ownServer.start();
    await expect(banner(page)).toBeHidden({ timeout: 45_000 });
    await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
    await peopleUnchanged();
  });

  await test.step("it goes under an event of a log that is narrowed and scrolled, and comes back", async () => {
    await page.getByRole("button", { name: "Clear selection" }).click();
    await goTo(page, "Audit log");
    await ownServer.stop();
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await page.getByLabel("Search events").fill("member");
    await expect(page).toHaveURL(/member/);
    await scrollTo(grid(page, "Audit log"), 4_000);
    await rowAt(page, "Audit log", 104).getByRole("gridcell").nth(1).click();
    const drawer = page.getByRole("dialog");
    const heading = await drawer.getByRole("heading").first().textContent();
    const log = { address: page.url(), top: await scrollTop(grid(page, "Audit log")) };
    await ownServer.start();
    await expect(banner(page)).toBeHidden({ timeout: 45_000 });
    await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
    await expect(drawer.getByRole("heading").first()).toHaveText(heading ?? "");
    await expect.poll(async () => scrollTop(grid(page, "Audit log"))).toBe(log.top);
    expect(page.url()).toBe(log.address);
  });
});
