import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

test("two windows of one desktop work on two organizations at once", async ({ server, openDesktop }) => {
  const { page } = await openDesktop();
  const person = character("Wanda Windows");
  await signUp(page, server, person);
  const own = page.url();
  await createOrganization(page, "Second Place");
  const second = await page.context().newPage();
  await second.goto(own);
  await expect(second.getByRole("button", { name: /^Wanda Windows's organization/ })).toBeVisible();
  await goTo(second, "Settings");
  await second.getByLabel("Description").fill("Changed in the second window");
  await second.getByRole("button", { name: /Save/ }).click();
  await expect(second.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Second Place/ })).toBeVisible();
  await goTo(page, "Audit log");
  // The header and the creation: what the second window changed is in the other organization's log.
  await expect(page.getByRole("row")).toHaveCount(2);
  await goTo(second, "Audit log");
  await expect(second.getByRole("row")).toHaveCount(3);
});

test("the page never holds a token", async ({ server, openDesktop }) => {
  const { page } = await openDesktop();
  await signUp(page, server, character("Tess Secret"));
  const kept = await page.evaluate(() =>
    [...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie, location.href].join("\n"),
  );
  expect(kept).not.toMatch(/token/i);
  const state = await page.evaluate('window.orgdesk.call("desktop.state", {}).then(JSON.stringify)');
  expect(state).not.toMatch(/token/i);
});

test("everything of a team is reached with the keyboard alone", async ({ server, openDesktop }) => {
  const { page } = await openDesktop();
  await signUp(page, server, character("Kay Keyboard"));
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { level: 1, name: /Team/ })).toBeVisible();
  await page.keyboard.press("i");
  const dialog = page.getByRole("dialog", { name: /Invite people/ });
  await expect(dialog).toBeVisible();
  await page.keyboard.type("sam@example.com");
  await expect(dialog.getByRole("button", { name: "Invite 1 person" })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("?");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(shortcuts).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shortcuts).toBeHidden();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Audit");
  await expect(palette.getByRole("option", { name: /Audit log/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Audit log/ })).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`every screen is accessible and fits its window (${scheme})`, async ({ server, openDesktop }) => {
    test.setTimeout(120_000);
    const { page } = await openDesktop();
    await page.emulateMedia({ colorScheme: scheme });
    await signUp(page, server, character("Axel Access"));
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1024, height: 640 },
    ]) {
      await page.setViewportSize(size);
      for (const section of ["Overview", "Team", "Roles & permissions", "Audit log", "Settings"]) {
        await goTo(page, section);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${section} at ${size.width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.getByRole("link", { name: /^Inbox/ }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: /account menu/ }).click();
    await page.getByRole("menuitem", { name: "Account settings" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
