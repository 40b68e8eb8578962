import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox, row } from "./support/joining.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

const cell = (page: Page, permission: string) => page.getByRole("checkbox", { name: `Brand lead: ${permission}` });

test("an owner makes a role by copying Admin; whoever gets it can at once do what it says", async ({
  server,
  openDesktop,
}) => {
  const owner = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const gina = character("Gina Guest");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Harbour Agency");
  await joinThroughInbox(owner, guest, server, gina, "Harbour Agency");
  await goTo(guest, "Brands");
  await expect(guest.getByRole("button", { name: "Create brand" }).first()).toHaveAttribute("aria-disabled", "true");

  await goTo(owner, "Roles & permissions");
  await owner.getByRole("button", { name: "New role" }).click();
  // At 200 % zoom not all roles have room; the one being edited keeps its place.
  await owner.setViewportSize({ width: 640, height: 400 });
  await expect(owner.locator("th[data-edited]")).toBeInViewport({ ratio: 1 });
  await owner.setViewportSize({ width: 1280, height: 800 });
  await owner.getByRole("button", { name: "Close", exact: true }).click();
  await owner.getByRole("button", { name: "Actions for Admin" }).click();
  await owner.getByRole("menuitem", { name: "Duplicate" }).click();
  await owner.getByLabel("Name", { exact: true }).fill("Brand lead");
  await owner.getByRole("combobox", { name: "Place" }).click();
  await owner.getByRole("option", { name: "Above Member, below Admin" }).click();
  await cell(owner, "Invite team members").uncheck();
  await cell(owner, "View billing information").focus();
  await owner.keyboard.press("Space");
  await owner.keyboard.press("ArrowDown");
  await expect(cell(owner, "Manage subscription")).toBeFocused();
  const bar = owner.getByRole("region", { name: "Unsaved role" });
  await expect(bar).toContainText("Gains 1 permission and loses 1 permission");
  await expect(cell(owner, "Transfer ownership")).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(owner);
  await bar.getByRole("button", { name: "Create role" }).click();
  await expect(owner.getByRole("heading", { name: "Brand lead" })).toBeVisible();

  await goTo(owner, "Team");
  await row(owner, gina.name).click();
  const drawer = owner.getByRole("dialog");
  await drawer
    .getByRole("button", { name: /Change role|Member/ })
    .first()
    .click();
  await owner.getByRole("menuitem", { name: /^Brand lead/ }).click();
  await owner.getByRole("button", { name: "Make Brand lead" }).click();
  await expect(guest.getByRole("button", { name: "Create brand" }).first()).not.toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(row(owner, gina.name)).toContainText("Brand lead");

  await owner.keyboard.press("Escape");
  await goTo(owner, "Roles & permissions");
  await owner.getByRole("button", { name: "Actions for Brand lead" }).click();
  await owner.getByRole("menuitem", { name: "Edit role" }).click();
  await cell(owner, "Create/edit brands").uncheck();
  await expect(bar).toContainText("Loses 1 permission. It affects 1 person.");
  await bar.getByRole("button", { name: "Save role" }).click();
  const saving = owner.getByRole("dialog", { name: "Change Brand lead for 1 person" });
  await expect(saving).toContainText("Gina Guest stays Brand lead");
  await expectAccessible(owner);
  await saving.getByRole("button", { name: "Save role" }).click();
  await expect(guest.getByRole("button", { name: "Create brand" }).first()).toHaveAttribute("aria-disabled", "true");
});

test("an owner switches the preset with a mapping, and back", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const gina = character("Gina Guest");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Harbour Agency");
  await joinThroughInbox(owner, guest, server, gina, "Harbour Agency");

  await goTo(guest, "Roles & permissions");
  const mine = (role: string) => guest.getByRole("columnheader", { name: `${role} You` });
  await expect(mine("Member")).toBeVisible();
  await goTo(owner, "Roles & permissions");
  await owner.getByRole("button", { name: "Switch preset" }).click();
  const dialog = owner.getByRole("dialog", { name: "Switch the role preset" });
  await dialog.getByRole("radio", { name: /^Campaigns/ }).check();
  await dialog.getByRole("combobox", { name: "Member" }).selectOption({ label: "Admin" });
  await expect(dialog.getByText(/from Member to Admin|Member.*Admin/).first()).toBeVisible();
  await expectAccessible(owner);
  await dialog.getByRole("button", { name: "Switch to Campaigns" }).click();
  await expect(owner.getByText("Harbour Agency follows Campaigns now")).toBeVisible();
  await expect(owner.getByRole("heading", { name: "Super Admin" })).toBeVisible();
  await expect(mine("Admin")).toBeVisible();

  await owner.getByRole("alert").filter({ hasText: "follows Campaigns" }).getByRole("button", { name: "Undo" }).click();
  await expect(owner.getByText("Harbour Agency follows Agency again")).toBeVisible();
  await expect(mine("Member")).toBeVisible();
});
