import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, signIn, signUp } from "./support/steps.ts";

test("a new person signs up with the mailed code, signs out and signs in again", async ({ server, openDesktop }) => {
  const { page } = await openDesktop();
  const person = character("Nia Newcomer");
  await expectAccessible(page);
  await signUp(page, server, person);
  await expect(page.getByRole("button", { name: /switch organization/ })).toContainText("Nia Newcomer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Nia Newcomer, account menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, person);
});

test("a wrong password is refused in words, and a forgotten one is replaced by a mailed code", async ({
  server,
  openDesktop,
}) => {
  const { page } = await openDesktop();
  const person = character("Fay Forgetful");
  await signUp(page, server, person);
  await page.getByRole("button", { name: "Fay Forgetful, account menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();

  await page.getByRole("link", { name: "Forgot password?" }).click();
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  // The mail before it holds a code as well, that of the sign-up.
  const reset = /Subject: Reset your password[\s\S]*?^\s*(\d{6})\s*$/m;
  const code = await server.mail.find(person.email, reset);
  await page.getByLabel("Code, digit 1 of 6").click();
  await page.keyboard.type(code);
  await page.getByLabel("New password", { exact: true }).fill("another horse entirely 7");
  await page.getByRole("button", { name: "Change password" }).click();
  await signIn(page, { ...person, password: "another horse entirely 7" });
});
