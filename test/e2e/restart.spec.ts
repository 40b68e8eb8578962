import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { startProgram, temporaryFolder } from "./support/programs.ts";
import { character, goTo, signUp } from "./support/steps.ts";

/** How many rows are kept on this computer. */
async function keptRows(page: Page): Promise<number> {
  const data = await call(page, "offline.get", {});
  return data.organizations.reduce((sum, { rows }) => sum + rows, 0);
}

test("a desktop that starts without any server shows the last state behind its passphrase", async ({
  ownServer,
  browser,
}, testInfo) => {
  testInfo.skip(testInfo.project.name === "electron", "There the keychain stands in the place of the passphrase");
  test.setTimeout(120_000);
  const { folder, remove } = await temporaryFolder();
  const open = async () => {
    const shell = await startProgram("browser", ["--json", "--data-dir", folder, "--server", ownServer.url]);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(shell.url);
    const close = async () => {
      await context.close();
      await shell.stop();
    };
    return { page, close };
  };
  const first = await open();
  await signUp(first.page, ownServer, character("Rita Restart"));
  await expect.poll(async () => keptRows(first.page), { timeout: 30_000 }).toBe(1);
  await first.page.getByRole("button", { name: /account menu$/ }).click();
  await first.page.getByRole("menuitem", { name: "Account settings" }).click();
  await first.page.getByRole("link", { name: "Offline data" }).click();
  await first.page.getByRole("button", { name: "Set a passphrase" }).click();
  await first.page.getByLabel("Passphrase", { exact: true }).fill("three otters hum");
  await first.page.getByLabel("Repeat the passphrase").fill("three otters hum");
  await expectAccessible(first.page);
  await first.page.getByRole("button", { name: "Set passphrase" }).click();
  await expect(first.page.getByText("It is on the disk and there after a restart.")).toBeVisible();
  await first.close();
  await ownServer.stop();

  const { page, close } = await open();
  await expect(page.getByRole("heading", { name: "Unlock Orgdesk" })).toBeVisible();
  await page.getByLabel("Passphrase", { exact: true }).fill("four otters hum");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This is not the passphrase.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Passphrase", { exact: true }).fill("three otters hum");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^Offline\. Showing the state of/)).toBeVisible({ timeout: 30_000 });
  await goTo(page, "Team");
  await expect(page.getByRole("row").filter({ hasText: "Rita Restart" })).toBeVisible();
  await close();
  await remove();
});
