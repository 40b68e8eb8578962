import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import {
  chooseFromMenu,
  createByKeys,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  writeIn,
} from "./support/keys.ts";

test("brands are created and suspended without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page } = await enter("Kay Keyboard");
  await createByKeys(page, "Pine Street");
  await goByKeys(page, ["g", "w"], "Brands");
  await expectWalkable(page);

  const create = page.getByRole("button", { name: "Create brand" }).first();
  const creating = page.getByRole("dialog", { name: "Create a brand" });
  for (const name of ["Acme Foods", "Globex Coffee"]) {
    await pressAt(create);
    await expectToGiveBack(creating, create);
    await page.keyboard.press("Enter");
    await writeIn(creating.getByLabel("Name", { exact: true }), name);
    await page.keyboard.press("Enter");
    await expect(creating).toBeHidden();
    await expect(row(page, name)).toBeVisible();
    await expectFocusSeen(page);
  }

  const acme = row(page, "Acme Foods");
  await page.keyboard.press("/");
  await page.keyboard.type("acme");
  await expect(row(page, "Globex Coffee")).toBeHidden();
  await expect(page).toHaveURL(/[?&]q=acme/);
  await page.keyboard.press("ArrowDown");
  await expect(acme).toBeFocused();
  await page.keyboard.press(".");
  await chooseFromMenu(page, "Suspend");
  const suspending = page.getByRole("dialog", { name: "Suspend Acme Foods" });
  await expectToGiveBack(suspending, acme);
  await page.keyboard.press(".");
  await chooseFromMenu(page, "Suspend");
  await writeIn(suspending.getByLabel("Reason"), "The contract ended");
  await expect(suspending.getByText(/can no longer use it/)).toBeVisible();
  await pressAt(suspending.getByRole("button", { name: "Suspend" }));
  await expect(acme).toContainText("Suspended");
  await expect(acme).toBeFocused();
});
