import type { Page } from "@playwright/test";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinByCalls } from "./support/joining.ts";
import { expectFocusSeen, goByKeys, pressAt, tabTo } from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

/** Walks the list of three to somebody: to its beginning, and down again. */
async function walkTo(page: Page, name: string): Promise<void> {
  const current = page.locator("main [aria-current]");
  for (const key of ["ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"]) {
    const before = (await current.textContent()) ?? "";
    if (before.includes(name)) break;
    await page.keyboard.press(key);
    // At an end of the list it stays.
    await expect(current)
      .not.toHaveText(before, { timeout: 500 })
      .catch(() => {});
  }
  await expect(current).toContainText(name);
  await expectFocusSeen(page);
}

const decided = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

test("a role is changed and somebody removed by a review, from its start to its signed file, without a mouse", async ({
  server,
  openDesktop,
}) => {
  test.setTimeout(180_000);
  const { page } = await openDesktop();
  const guest = (await openDesktop()).page;
  const other = (await openDesktop()).page;
  const gus = character("Gus Guest");
  const rita = character("Rita Removed");
  await signUp(page, server, character("Kay Keyboard"));
  await signUp(guest, server, gus);
  await signUp(other, server, rita);
  await joinByCalls(page, guest, gus);
  const organizationId = await joinByCalls(page, other, rita);
  for (const each of [guest, other]) await each.close();

  await goByKeys(page, ["g", "v"], "Reviews");
  await pressAt(page.getByRole("button", { name: "Start a review" }).first());
  const begin = page.getByRole("dialog").getByRole("button", { name: "Review 3 people" });
  await expect(begin).toBeEnabled({ timeout: 30_000 });
  await pressAt(begin);
  await expect(page.getByLabel("Comment")).toBeVisible();

  await test.step("another role is chosen, or after all not", async () => {
    await walkTo(page, gus.name);
    const roles = page.getByRole("group", { name: "Choose the new role" });
    await page.keyboard.press("c");
    await expect(roles).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(roles).toBeHidden();
    await expectFocusSeen(page);
    await page.keyboard.press("c");
    await pressAt(roles.getByRole("button", { name: /Admin$/ }));
    await decided(page, "1 of 3");
    await expectFocusSeen(page);
  });

  await test.step("somebody is removed, with a comment, which is taken back and done again", async () => {
    await walkTo(page, rita.name);
    await page.keyboard.press("m");
    await page.keyboard.type("Left the project");
    await page.keyboard.press("Enter");
    await expectFocusSeen(page);
    await page.keyboard.press("r");
    await decided(page, "2 of 3");
    await page.keyboard.press("u");
    await decided(page, "1 of 3");
    await expectFocusSeen(page);
    await walkTo(page, rita.name);
    await page.keyboard.press("r");
    await decided(page, "2 of 3");
    await walkTo(page, "Kay Keyboard");
    await page.keyboard.press("k");
    await decided(page, "3 of 3");
  });

  await test.step("sent, applied, finished and saved", async () => {
    await page.keyboard.press("Control+Enter");
    await pressAt(page.getByRole("dialog", { name: "Send decisions" }).getByRole("button", { name: "Send" }));
    await expect(page.getByText("2 changes can be applied")).toBeVisible({ timeout: 30_000 });
    await pressAt(page.getByRole("button", { name: "Apply 3 decisions" }));
    const finish = page.getByRole("button", { name: "Finish and sign" });
    await expect(finish).toBeVisible({ timeout: 60_000 });
    await pressAt(finish);
    await pressAt(page.getByRole("dialog").getByRole("button", { name: "Finish and sign" }));
    const save = page.getByRole("button", { name: "Save PDF" });
    await expect(save).toBeVisible({ timeout: 30_000 });
    await tabTo(save);
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await saving).suggestedFilename()).toMatch(/\.pdf$/);
    await expectFocusSeen(page);
  });

  const { items } = await call(page, "member.list", { organizationId });
  expect(items.find(({ email }) => email === gus.email)?.role).toBe("admin");
  expect(items.find(({ email }) => email === rita.email)).toBeUndefined();
});
