import { expect, test } from "./support/fixtures.ts";
import { character, signIn, signUp } from "./support/steps.ts";

test("ending the other session signs that desktop out at once", async ({ server, openDesktop }) => {
  const person = character("Rita Revoker");
  const here = (await openDesktop()).page;
  const there = (await openDesktop()).page;
  await signUp(here, server, person);
  await signIn(there, person);
  await here.getByRole("button", { name: /account menu/ }).click();
  await here.getByRole("menuitem", { name: "Account settings" }).click();
  await here.getByRole("link", { name: "Password and sessions" }).click();
  await expect(here.getByText("This session")).toBeVisible();
  await here.getByRole("button", { name: /^End the session/ }).click();
  await expect(there.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 15_000 });
  await expect(there.getByText(/^Your session has ended: from another device/)).toBeVisible();
  await expect(here.getByRole("heading", { name: "Account settings" })).toBeVisible();
});
