import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import { character, goTo, signUp } from "./support/steps.ts";

/** What is on the screen is accessible in light and in dark. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await test.step(colorScheme, async () => expectAccessible(page));
  }
}

/** A dialog is accessible in both themes, and Esc closes it. */
async function expectDialog(page: Page, title: string | RegExp): Promise<void> {
  await test.step(String(title), async () => {
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    // What it says arrives after it has opened.
    await expect(dialog.getByRole("status", { name: /loading/i })).toHaveCount(0);
    await expectAccessibleInBoth(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
}

async function chooseOf(of: Locator, action: string): Promise<void> {
  await of.getByRole("button", { name: /^Actions for this row/ }).click();
  await of.page().getByRole("menuitem", { name: action, exact: true }).click();
}

test("dialogs and drawers are accessible in both themes", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const guest = (await openDesktop()).page;
  const gus = character("Gus Guest");
  await signUp(page, server, character("Dora Dialogs"));
  await signUp(guest, server, gus);
  const { id: organizationId } = await call(page, "organization.create", { name: "Quay House" });
  await call(page, "invitation.send", { organizationId, emails: [gus.email], role: "member" });
  const { items } = await call(guest, "me.listInvitations", {});
  await call(guest, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
  await guest.close();
  await call(page, "workspace.create", { organizationId, name: "Acme Foods" });
  await page.getByRole("button", { name: /switch organization$/ }).click();
  await page.getByRole("option", { name: /^Quay House/ }).click();
  await expect(page.getByRole("button", { name: /^Quay House.*switch organization/ })).toBeVisible();

  await test.step("team", async () => {
    await goTo(page, "Team");
    const member = row(page, gus.name);
    for (const act of ["Deactivate", "Remove"]) {
      await chooseOf(member, act);
      await expectDialog(page, new RegExp(`^${act} ${gus.name}`));
    }
    await page.getByRole("button", { name: "Invite people" }).click();
    await expectDialog(page, /^Invite people/);
    await page.getByRole("button", { name: "Invite people" }).click();
    await page.getByRole("button", { name: "Import CSV" }).click();
    await expectDialog(page, /^Import people/);
    await member.getByText(gus.name).click();
    const drawer = page.getByRole("dialog", { name: "Member", exact: true });
    await drawer.getByRole("button", { name: "Change role" }).click();
    await page.getByRole("menuitem", { name: /^Admin/ }).click();
    await expectDialog(page, `Make ${gus.name} Admin`);
    await expectDialog(page, "Member");
  });

  await test.step("roles", async () => {
    await goTo(page, "Roles & permissions");
    await page.getByRole("button", { name: "Switch preset" }).click();
    await expectDialog(page, "Switch the role preset");
    await page.getByRole("button", { name: "New role" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expectAccessibleInBoth(page);
  });

  await test.step("brands", async () => {
    await goTo(page, "Brands");
    const brand = row(page, "Acme Foods");
    for (const act of ["Edit", "Suspend", "Archive", "Delete"]) {
      await chooseOf(brand, act);
      await expectDialog(page, new RegExp(`^${act} Acme Foods`));
    }
    await page.getByRole("button", { name: "Create brand" }).click();
    await expectDialog(page, "Create a brand");
    await brand.getByText("Acme Foods").click();
    await expectDialog(page, "Brand");
  });

  await test.step("settings", async () => {
    await goTo(page, "Settings");
    await page.getByRole("button", { name: "Transfer ownership" }).click();
    await expectDialog(page, /^Transfer the ownership/);
    await page.getByRole("button", { name: "Delete organization" }).click();
    await expectDialog(page, "Delete Quay House");
  });

  await test.step("people and plans", async () => {
    await page.getByRole("link", { name: /^People/ }).click();
    await row(page, gus.name).click();
    await expectDialog(page, "Person");
    await row(page, gus.name).getByRole("checkbox").check({ force: true });
    await expectAccessibleInBoth(page);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(row(page, "Quay House")).toContainText("Will");
    await expectAccessibleInBoth(page);
  });
});
