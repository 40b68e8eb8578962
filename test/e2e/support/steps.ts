import { expect, type Page } from "@playwright/test";
import type { RunningServer } from "./fixtures.ts";

/** Somebody who takes part in a journey. */
export interface Character {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

let created = 0;

/** A person nobody has met before: an address belongs to one journey only. */
export function character(name: string): Character {
  created += 1;
  const address = name.toLowerCase().replaceAll(/[^a-z]+/g, ".");
  return {
    name,
    email: `${address}.${process.pid}.${created}@example.com`,
    password: `correct horse ${created} battery`,
  };
}

/** Fills in the sign-up form that is on the screen and enters the mailed code. */
export async function finishSignUp(page: Page, server: RunningServer, person: Character): Promise<void> {
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.keyboard.type(await server.mail.code(person.email));
}

/** From the sign-in screen to the overview of the person's own organization. */
export async function signUp(page: Page, server: RunningServer, person: Character): Promise<void> {
  await page.getByRole("link", { name: "Create an account" }).click();
  await finishSignUp(page, server, person);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
}

export async function signIn(page: Page, person: Pick<Character, "email" | "password">): Promise<void> {
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 20_000 });
}

/** Goes to a section of the active organization by the sidebar. */
export async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
  await expect(page.getByRole("heading", { level: 1, name: section })).toBeVisible();
  // The page before is gone.
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

export async function createOrganization(page: Page, name: string, preset?: string): Promise<void> {
  await page.getByRole("button", { name: /switch organization$/i }).click();
  await page
    .getByRole("option", { name: "Create organization" })
    .or(page.getByRole("button", { name: "Create organization" }))
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Create organization" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  if (preset !== undefined) await dialog.getByRole("radio", { name: new RegExp(`^${preset}`) }).check();
  await dialog.getByRole("button", { name: "Create organization" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: new RegExp(`^${name}.*switch organization`) })).toBeVisible();
}
