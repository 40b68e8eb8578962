import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import {
  chooseFromMenu,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  writeIn,
} from "./support/keys.ts";

test("organizations are found, created and opened in their list without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page } = await enter("Kay Keyboard");
  await call(page, "organization.create", { name: "Alpha Works" });
  await call(page, "organization.create", { name: "Beta Works", preset: "social" });
  await goByKeys(page, ["g", "l"], "All organizations");
  await expect(row(page, "Alpha Works")).toContainText("Owner");
  await expect(row(page, "Beta Works")).toContainText("Admin");
  await expectWalkable(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });

  await test.step("created", async () => {
    const create = page.getByRole("main").getByRole("button", { name: "Create organization" });
    const dialog = page.getByRole("dialog", { name: "Create organization" });
    await pressAt(create);
    await expectToGiveBack(dialog, create);
    await page.keyboard.press("Enter");
    await writeIn(dialog.getByLabel("Name", { exact: true }), "Gamma Works");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Gamma Works, switch organization" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await goByKeys(page, ["g", "l"], "All organizations");
    await expect(row(page, "Gamma Works")).toBeVisible();
  });

  await test.step("found", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("works");
    await expect(page.getByText("3 of 4")).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(row(page, "Alpha Works")).toBeFocused();
    await page.keyboard.press("j");
    await expect(row(page, "Beta Works")).toBeFocused();
    await page.keyboard.press("x");
    await expect(page.getByText("1 selected")).toBeVisible();
    await expectWalkable(page);
    await pressAt(row(page, "Beta Works"), "Escape");
    await expect(page.getByText("1 selected")).toBeHidden();
    await expectFocusSeen(page);
  });

  await test.step("opened", async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Beta Works, switch organization" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await goByKeys(page, ["g", "l"], "All organizations");
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    await expect(row(page, "Alpha Works")).toBeFocused();
    await page.keyboard.press(".");
    await chooseFromMenu(page, "Team");
    await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Alpha Works, switch organization" })).toBeVisible();
  });
});
