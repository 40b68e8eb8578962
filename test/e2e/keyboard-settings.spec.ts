import sharp from "sharp";
import { expect, test } from "./support/fixtures.ts";
import {
  createByKeys,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  tabTo,
  writeIn,
} from "./support/keys.ts";

/** Wider than high, so that a square must be chosen. */
const banner = async () =>
  sharp({ create: { width: 320, height: 80, channels: 3, background: "#0a7d3c" } })
    .png()
    .toBuffer();

test("details, the logo and the danger zone are managed without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page, person: kay } = await enter("Kay Keyboard");
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

  await test.step("a logo is chosen, cropped, replaced and removed", async () => {
    const chooser = page.waitForEvent("filechooser");
    await pressAt(page.getByRole("button", { name: "Upload logo" }));
    await (await chooser).setFiles({ name: "logo.png", mimeType: "image/png", buffer: await banner() });
    const dialog = page.getByRole("dialog", { name: "Crop the logo" });
    await tabTo(dialog.getByRole("group", { name: /^The square to keep/ }));
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowRight");
    await tabTo(dialog.getByRole("button", { name: /^Bottom right corner/ }));
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowLeft");
    await expectFocusSeen(page);
    await pressAt(dialog.getByRole("button", { name: "Use as logo" }));
    await expect(page.getByText("Everyone in Mill Lane now sees the new logo")).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Replace" })).toBeFocused();
    await expectFocusSeen(page);
    // On a light ground in the dark theme as well, where most logos would vanish.
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("main img")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "light" });

    const remove = page.getByRole("button", { name: "Remove", exact: true });
    await pressAt(remove);
    const removing = page.getByRole("dialog", { name: "Remove the logo of Mill Lane" });
    await expectToGiveBack(removing, remove);
    await page.keyboard.press("Enter");
    await pressAt(removing.getByRole("button", { name: "Remove" }));
    await expect(page.getByRole("button", { name: "Upload logo" })).toBeVisible();
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
