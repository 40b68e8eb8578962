import { expect, test } from "./support/fixtures.ts";
import { chooseFromMenu, expectFocusSeen, expectWalkable, pressAt } from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

const tabs = ["Password and sessions", "Appearance", "Offline data", "Security log", "Deleted organizations"];

test("the account's menu and pages are walked without a mouse", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  await signUp(page, server, character("Kay Keyboard"));
  const menu = page.getByRole("button", { name: /account menu$/ });
  await pressAt(menu);
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await chooseFromMenu(page, "Account settings");
  await expect(page.getByRole("heading", { level: 1, name: "Account settings" })).toBeVisible();
  await expectFocusSeen(page);
  for (const tab of tabs) {
    await pressAt(page.getByRole("link", { name: tab }));
    await expect(page.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
    await expectWalkable(page);
  }
});
