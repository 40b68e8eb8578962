import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, goTo } from "./support/steps.ts";

test("on this computer: a server starts by itself, and its mail is read in the application", async ({
  openDesktop,
}) => {
  const { page } = await openDesktop(null);
  await expect(page.getByRole("heading", { name: "Welcome to Orgdesk" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^This computer/ }).click();
  // A server without accounts starts with creating one.
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible({ timeout: 60_000 });
  const person = character("Lou Local");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Open mail on this computer" }).click();
  await page.getByRole("button", { name: /^Use code \d{6}$/ }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
});

test("the sample agency: 12 organizations to look around in, signed in by itself", async ({ openDesktop }) => {
  test.setTimeout(150_000);
  const { page } = await openDesktop(null);
  await page.getByRole("button", { name: /^Explore a sample agency/ }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 90_000 });
  await page.getByRole("button", { name: /switch organization/ }).click();
  await expect(page.getByRole("option").filter({ hasNotText: "Create organization" })).toHaveCount(12);
  await page.keyboard.press("Escape");
  await goTo(page, "Audit log");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText(/^Server checked up to #/)).toBeVisible({ timeout: 30_000 });
});

test("a server's address is checked before it is used", async ({ server, openDesktop }) => {
  const { page } = await openDesktop(null);
  await page.getByRole("button", { name: /^A server/ }).click();
  await page.getByLabel("Server address").fill("http://127.0.0.1:9");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^No Orgdesk server answers/)).toBeVisible();
  await page.getByLabel("Server address").fill(server.url);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/answers, version/)).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
