import { expect, test } from "./support/fixtures.ts";
import {
  createByKeys,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  signUpByKeys,
  writeIn,
} from "./support/keys.ts";
import { character } from "./support/steps.ts";

test("details and the danger zone are managed without a mouse", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const kay = character("Kay Keyboard");
  await signUpByKeys(page, server, kay);
  await createByKeys(page, "Mill Lane");
  await goByKeys(page, ["g", "s"], "Settings");

  await test.step("details are changed and saved", async () => {
    await expectWalkable(page);
    await writeIn(page.getByLabel("Industry"), "Shipping");
    await writeIn(page.getByLabel("Description"), "Ships things");
    await pressAt(page.getByRole("button", { name: "Save", exact: true }));
    await expect(page.getByText("Mill Lane is up to date for everyone")).toBeVisible();
    await expectFocusSeen(page);
  });

  await test.step("the danger zone asks, and gives the keyboard back", async () => {
    const deleting = page.getByRole("button", { name: "Delete organization" });
    await pressAt(deleting);
    const dialog = page.getByRole("dialog", { name: "Delete Mill Lane" });
    await expectToGiveBack(dialog, deleting);
    await page.keyboard.press("Enter");
    await writeIn(dialog.getByRole("textbox", { name: /Mill Lane/ }), "Mill Lane");
    await writeIn(dialog.getByLabel("Your password"), kay.password);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    const line = page.getByRole("status").filter({ hasText: "Mill Lane is deleted for good on" });
    await expectFocusSeen(page);
    await pressAt(line.getByRole("button", { name: "Restore" }));
    await pressAt(page.getByRole("dialog", { name: "Restore Mill Lane" }).getByRole("button", { name: "Restore" }));
    await expect(page.getByText("Mill Lane works again for everyone")).toBeVisible();
    await expect(line).toBeHidden();
    await expectFocusSeen(page);
  });
});
