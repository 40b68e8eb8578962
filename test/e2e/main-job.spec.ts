import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, finishSignUp, goTo, signUp } from "./support/steps.ts";

const row = (page: Page, person: string): Locator => page.getByRole("row").filter({ hasText: person });

async function rowAction(page: Page, person: string, action: string | RegExp): Promise<void> {
  await row(page, person)
    .getByRole("button", { name: /^Actions for this row/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** The main job of the product, as two people live it. */
test("an owner builds a team, and what the owner changes is live for the others", async ({ server, openDesktop }) => {
  test.setTimeout(150_000);
  const olivia = character("Olivia Owner");
  const mia = character("Mia Member");
  const [adam, bea] = [character("Adam Admin"), character("Bea Busy")];
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;

  await test.step("sign up, verify, create an organization", async () => {
    await signUp(owner, server, olivia);
    await createOrganization(owner, "Harbor Works");
  });

  await test.step("invite three people at once", async () => {
    await goTo(owner, "Team");
    await owner.getByRole("button", { name: "Invite people" }).click();
    const dialog = owner.getByRole("dialog", { name: /Invite people/ });
    await dialog
      .getByLabel("E-mail addresses")
      .fill(`${mia.email}, Adam <${adam.email}>\n${bea.email}\nnot an address`);
    await expect(dialog.getByText("Line 3")).toBeVisible();
    await expectAccessible(owner);
    await dialog.getByRole("button", { name: "Invite 3 people" }).click();
    await expect(row(owner, mia.email)).toContainText("Pending");
    await owner.keyboard.press("Escape");
  });

  await test.step("accept as another person, by the mailed link, through sign-up", async () => {
    await member.getByRole("link", { name: "Open an invitation link" }).click();
    await member.getByLabel("Invitation link").fill(await server.mail.link(mia.email));
    await member.getByRole("button", { name: "Open invitation" }).click();
    await expect(member.getByText("Harbor Works").first()).toBeVisible();
    const create = member.getByRole("link", { name: /Create (an|your) account/ });
    if (await create.isVisible()) await create.click();
    await finishSignUp(member, server, mia);
    await expect(member.getByRole("button", { name: /^Harbor Works/ })).toBeVisible({ timeout: 20_000 });
    await expect(row(owner, "Mia Member")).toContainText("Member");
  });

  await test.step("a refused action says why", async () => {
    await goTo(member, "Team");
    const invite = member.getByRole("button", { name: "Invite people" });
    await expect(invite).toHaveAttribute("aria-disabled", "true");
    await invite.hover();
    await expect(member.getByRole("tooltip")).toContainText("Member, cannot invite people; Owner or Admin can");
    await expectAccessible(member);
  });

  await test.step("a role change is seen live in the other window", async () => {
    await rowAction(owner, "Mia Member", /Give the role Admin/);
    await owner.getByRole("button", { name: "Make Admin" }).click();
    await expect(owner.getByText(/^Mia Member can now /)).toBeVisible();
    await expect(member.getByRole("button", { name: "Invite people" })).not.toHaveAttribute("aria-disabled", "true");
    await expect(row(member, "Mia Member")).toContainText("Admin");
  });

  await test.step("the change can be undone, and the undo is live as well", async () => {
    await owner
      .getByRole("alert")
      .filter({ hasText: "Mia Member can now" })
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(member.getByRole("button", { name: "Invite people" })).toHaveAttribute("aria-disabled", "true");
  });

  await test.step("removal ends the other's access at once", async () => {
    await rowAction(owner, "Mia Member", /^Remove/);
    const dialog = owner.getByRole("dialog", { name: /Remove Mia Member/ });
    await expect(dialog).toContainText("Access ends at once");
    await dialog.getByRole("button", { name: /^Remove/ }).click();
    await expect(member.getByText("You no longer have access to Harbor Works")).toBeVisible();
    await expect(member.getByRole("button", { name: /^Mia Member's organization/ })).toBeVisible();
  });

  await test.step("switch organization", async () => {
    await owner.getByRole("button", { name: /^Harbor Works/ }).click();
    await owner.getByRole("option", { name: /Olivia Owner's organization/ }).click();
    await expect(owner.getByRole("button", { name: /^Olivia Owner's organization/ })).toBeVisible();
    await owner.keyboard.press("Control+k");
    await expect(owner.getByRole("dialog", { name: "Command palette" }).getByRole("textbox")).toBeFocused();
    await owner.keyboard.type("Harbor");
    await owner
      .getByRole("button", { name: /Harbor Works/ })
      .or(owner.getByRole("option", { name: /Harbor Works/ }))
      .last()
      .click();
    await expect(owner.getByRole("button", { name: /^Harbor Works, |^Harbor Works/ }).first()).toBeVisible();
  });

  await test.step("find it in the audit log and export it", async () => {
    await goTo(owner, "Audit log");
    await expect(row(owner, "Removed")).toContainText("Mia Member");
    await owner.getByLabel("Search events").fill("adam");
    await expect(row(owner, "Removed")).toBeHidden();
    await expect(row(owner, adam.email)).toBeVisible();
    await expect(owner).toHaveURL(/q=adam/);
    await owner.getByRole("button", { name: "Export" }).click();
    await owner.getByRole("menuitem", { name: /CSV/ }).click();
    await expect(owner.getByText(/^Exported 1 event/)).toBeVisible();
    const [download] = await Promise.all([
      owner.waitForEvent("download"),
      owner.getByRole("link", { name: "Download file" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(adam.email);
    await expectAccessible(owner);
  });
});
