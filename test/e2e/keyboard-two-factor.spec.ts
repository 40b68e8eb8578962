import type { Locator, Page } from "@playwright/test";
import { codeOf, roomInStep } from "#test/support/authenticator.ts";
import { expect, test } from "./support/fixtures.ts";
import { chooseFromMenu, expectFocusSeen, expectToGiveBack, pressAt, writeIn } from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

test("the second step is set up, renewed and turned off without a mouse", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const kay = character("Kay Keyboard");
  await signUp(page, server, kay);
  await pressAt(page.getByRole("button", { name: /account menu$/ }));
  await chooseFromMenu(page, "Account settings");
  await pressAt(page.getByRole("link", { name: "Password and sessions" }));

  await test.step("the password comes first, and a wrong one is said", async () => {
    const turnOn = page.getByRole("button", { name: "Turn on" });
    await pressAt(turnOn);
    const asking = page.getByRole("dialog", { name: "Set up two-factor authentication" });
    await expectToGiveBack(asking, turnOn);
    await page.keyboard.press("Enter");
    await writeIn(asking.getByLabel("Password", { exact: true }), "certainly not it");
    await page.keyboard.press("Enter");
    await expect(asking.getByText("This is not your password.")).toBeVisible();
    await expectFocusSeen(page);
    await writeIn(asking.getByLabel("Password", { exact: true }), kay.password);
    await page.keyboard.press("Enter");
  });

  await test.step("the app is connected by its first code", async () => {
    const key = page.getByLabel("Key", { exact: true });
    await expect(key).toBeVisible();
    const secret = ((await key.textContent()) ?? "").replaceAll(" ", "");
    await expectWalked(page, page.getByRole("dialog"));
    const first = page.getByLabel("Code, digit 1 of 6");
    await pressAt(first, "Backspace");
    await roomInStep();
    await page.keyboard.type(codeOf(secret));
  });

  await test.step("the recovery codes are kept, and the keyboard goes on where it was", async () => {
    const dialog = page.getByRole("dialog", { name: "Keep your recovery codes" });
    await expect(dialog.getByRole("listitem")).toHaveCount(10);
    await expectWalked(page, dialog);
    await pressAt(dialog.getByRole("button", { name: "I have kept them" }));
    await expect(dialog).toBeHidden();
    await expect(page.getByText("10 left.", { exact: false })).toBeVisible();
    await expectFocusSeen(page);
  });

  await test.step("new codes take the password again", async () => {
    await pressAt(page.getByRole("button", { name: "Make new codes" }));
    const asking = page.getByRole("dialog", { name: "Make new recovery codes" });
    await writeIn(asking.getByLabel("Password", { exact: true }), kay.password);
    await page.keyboard.press("Enter");
    const codes = page.getByRole("dialog", { name: "Keep your recovery codes" });
    await expect(codes.getByRole("listitem")).toHaveCount(10);
    await page.keyboard.press("Escape");
    await expect(codes).toBeHidden();
    await expectFocusSeen(page);
  });

  await test.step("it is turned off, and can be turned on again", async () => {
    const turnOff = page.getByRole("button", { name: "Turn off" });
    await pressAt(turnOff);
    const asking = page.getByRole("dialog", { name: "Turn two-factor authentication off" });
    await expectToGiveBack(asking, turnOff);
    await page.keyboard.press("Enter");
    await writeIn(asking.getByLabel("Password", { exact: true }), kay.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
    await expectFocusSeen(page);
  });
});

/** Tab goes round inside the dialog, every stop is seen, and it comes back to where it began. */
async function expectWalked(page: Page, dialog: Locator): Promise<void> {
  const close = dialog.getByRole("button", { name: "Close" });
  await pressAt(close, "Tab");
  await pressAt(close, "Shift");
  await expectFocusSeen(page);
}
