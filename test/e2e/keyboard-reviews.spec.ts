import { expect, test } from "./support/fixtures.ts";
import { joinByCalls } from "./support/joining.ts";
import {
  chooseFromMenu,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
} from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

test("people's access is reviewed without a mouse", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const guest = (await openDesktop()).page;
  const gus = character("Gus Guest");
  await signUp(page, server, character("Kay Keyboard"));
  await signUp(guest, server, gus);
  await joinByCalls(page, guest, gus);
  await guest.close();

  await test.step("started", async () => {
    await goByKeys(page, ["g", "v"], "Reviews");
    const start = page.getByRole("button", { name: "Start a review" }).first();
    const starting = page.getByRole("dialog", { name: "Start a review" });
    await pressAt(start);
    await expectToGiveBack(starting, start);
    await page.keyboard.press("Enter");
    const begin = starting.getByRole("button", { name: "Review 2 people" });
    await expect(begin).toBeEnabled({ timeout: 30_000 });
    await pressAt(begin);
    await expect(page.getByLabel("Comment")).toBeVisible();
    await expectFocusSeen(page);
    await expectWalkable(page);
  });

  await test.step("decided by button and by key", async () => {
    await pressAt(page.getByRole("button", { name: /^Keep/ }));
    await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
    await expectFocusSeen(page);
    await page.keyboard.press("m");
    await page.keyboard.type("Asked twice");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Comment")).not.toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press("k");
    await expect(page.getByText("2 of 2", { exact: true })).toBeVisible();
  });

  await test.step("sending and giving up are asked about, and give the keyboard back", async () => {
    const send = page.getByRole("button", { name: "Send decisions" });
    await pressAt(send);
    await expectToGiveBack(page.getByRole("dialog", { name: "Send decisions" }), send);
    const more = page.getByRole("button", { name: "More actions" });
    const dialog = page.getByRole("dialog", { name: "Give the review up" });
    await pressAt(more);
    await chooseFromMenu(page, "Give the review up");
    await expectToGiveBack(dialog, more);
    await page.keyboard.press("Enter");
    await chooseFromMenu(page, "Give the review up");
    await pressAt(dialog.getByRole("button", { name: "Give up" }));
    await expect(page.getByRole("heading", { level: 1, name: "Reviews" })).toBeVisible();
    await expectFocusSeen(page);
  });
});
