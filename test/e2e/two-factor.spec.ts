import type { Page } from "@playwright/test";
import { codeOf, roomInStep } from "#test/support/authenticator.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, signUp, type Character } from "./support/steps.ts";

const toSecurity = async (page: Page) => {
  await page.getByRole("button", { name: /account menu/ }).click();
  await page.getByRole("menuitem", { name: "Account settings" }).click();
  await page.getByRole("link", { name: "Password and sessions" }).click();
};

const signOut = async (page: Page) => {
  await page.getByRole("button", { name: /account menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
};

const firstStep = async (page: Page, person: Character) => {
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

const confirmPassword = async (page: Page, person: Character, button: string) => {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: button }).click();
};

test("turn two-factor on, sign in with a code and with a recovery code, turn it off", async ({
  server,
  openDesktop,
}) => {
  const { page } = await openDesktop();
  const person = character("Tess Twofactor");
  await signUp(page, server, person);
  await toSecurity(page);
  await page.getByRole("button", { name: "Turn on" }).click();
  await confirmPassword(page, person, "Continue");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = ((await page.getByLabel("Key", { exact: true }).textContent()) ?? "").replaceAll(" ", "");
  // The step before, so that the code of this one is still unused.
  await page.getByLabel("Code, digit 1 of 6").click();
  await roomInStep();
  await page.keyboard.type(codeOf(secret, -1));
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 left.", { exact: false })).toBeVisible();

  await signOut(page);
  await firstStep(page, person);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await page.keyboard.type(codeOf(secret));
  await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible({ timeout: 20_000 });

  await signOut(page);
  await firstStep(page, person);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible({ timeout: 20_000 });

  await toSecurity(page);
  await expect(page.getByText("9 left.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await confirmPassword(page, person, "Turn off");
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
  await signOut(page);
  await firstStep(page, person);
  await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible({ timeout: 20_000 });
});
