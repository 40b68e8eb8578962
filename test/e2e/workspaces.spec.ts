import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

async function rowAction(page: Page, name: string, action: string): Promise<void> {
  await row(page, name)
    .getByRole("button", { name: /^Actions for this row/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function createBrand(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create brand" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Create a brand" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Create brand" }).click();
  await expect(row(page, name)).toBeVisible();
}

test("a member sees the brand they were invited to, as long as it is not suspended", async ({
  server,
  openDesktop,
}) => {
  const owner = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const gina = character("Gina Guest");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Harbour Agency");
  await goTo(owner, "Brands");
  await createBrand(owner, "Acme Foods");
  await createBrand(owner, "Globex Coffee");
  await expectAccessible(owner);

  await signUp(guest, server, gina);
  await goTo(owner, "Team");
  await owner.getByRole("button", { name: "Invite people" }).click();
  const invite = owner.getByRole("dialog", { name: /^Invite people/ });
  await invite.getByLabel("E-mail addresses").fill(gina.email);
  await invite.getByRole("radio", { name: "Member" }).check();
  await invite.getByRole("radio", { name: "Chosen brands" }).check();
  await invite.getByRole("checkbox", { name: "Acme Foods" }).check();
  await expectAccessible(owner);
  await invite.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(row(owner, gina.email)).toContainText("Pending");

  await guest.getByRole("link", { name: /^Inbox/ }).click();
  await guest.getByRole("button", { name: "Accept" }).click();
  await expect(guest.getByRole("button", { name: /^Harbour Agency/ })).toBeVisible();
  await goTo(guest, "Brands");
  await expect(row(guest, "Acme Foods")).toBeVisible();
  await expect(row(guest, "Globex Coffee")).toBeHidden();
  await expect(guest.getByRole("button", { name: "Create brand" })).toHaveAttribute("aria-disabled", "true");

  await goTo(owner, "Brands");
  await rowAction(owner, "Acme Foods", "Suspend");
  const suspend = owner.getByRole("dialog", { name: "Suspend Acme Foods" });
  await suspend.getByLabel("Reason").fill("The contract ended");
  await expect(suspend.getByText("Gina Guest and Otto Owner can no longer use it")).toBeVisible();
  await expectAccessible(owner);
  await suspend.getByRole("button", { name: "Suspend" }).click();
  await expect(row(owner, "Acme Foods")).toContainText("Suspended");
  await expect(row(guest, "Acme Foods")).toBeHidden();
  await expect(guest.getByText("No brands are assigned to you yet", { exact: false })).toBeVisible();

  await owner
    .getByRole("alert")
    .filter({ hasText: "Nobody can use Acme Foods" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(row(guest, "Acme Foods")).toBeVisible();

  await row(owner, "Acme Foods").getByText("Acme Foods").click();
  const drawer = owner.getByRole("dialog", { name: "Brand" });
  await expect(drawer.getByRole("link", { name: /Gina Guest.*Assigned/ })).toBeVisible();
  await expectAccessible(owner);
});
