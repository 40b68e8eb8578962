import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox, row } from "./support/joining.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

async function rowAction(page: Page, person: string, action: string): Promise<void> {
  await row(page, person)
    .getByRole("button", { name: /^Actions for this row/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function askForAdmin(page: Page, person: string, reason: string): Promise<void> {
  await rowAction(page, person, "Ask an owner for the role Admin");
  const dialog = page.getByRole("dialog", { name: `Ask an owner to make ${person} Admin` });
  await dialog.getByLabel("Reason").fill(reason);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ask an owner" }).click();
  await expect(row(page, person)).toContainText("Admin requested");
}

test("an Admin asks, an owner declines with a reason and then approves, and every desktop follows live", async ({
  server,
  openDesktop,
}) => {
  const owner = (await openDesktop()).page;
  const admin = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  const adam = character("Adam Admin");
  const mona = character("Mona Member");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Cedar House");
  await joinThroughInbox(owner, admin, server, adam, "Cedar House");
  await joinThroughInbox(owner, member, server, mona, "Cedar House");
  await rowAction(owner, adam.name, "Give the role Admin");
  await owner.getByRole("button", { name: "Make Admin" }).click();
  await expect(row(owner, adam.name)).toContainText("Admin");

  await goTo(admin, "Team");
  await askForAdmin(admin, mona.name, "She runs the brand already");
  await expect(row(owner, mona.name)).toContainText("Admin requested");
  await row(owner, mona.name).click();
  // The browser's own blue for links belongs to neither theme.
  await expect(owner.getByRole("link", { name: "Answer in the inbox" })).not.toHaveCSS("color", "rgb(0, 0, 238)");
  await owner.keyboard.press("Escape");
  const inbox = owner.getByRole("link", { name: /^Inbox/ });
  await expect(inbox).toContainText("1");

  await inbox.click();
  const request = owner.getByRole("listitem").filter({ hasText: "Adam Admin asks to make Mona Member Admin" });
  await expect(request).toContainText("Cedar House");
  await expect(request).toContainText("She runs the brand already");
  await expectAccessible(owner);
  await request.getByRole("button", { name: "Decline" }).click();
  const declining = owner.getByRole("dialog", { name: "Decline to make Mona Member Admin" });
  await declining.getByLabel("Reason").fill("Not before May");
  await declining.getByRole("button", { name: "Decline" }).click();
  await expect(request).toBeHidden();
  await expect(row(admin, mona.name)).not.toContainText("requested");

  await askForAdmin(admin, mona.name, "It is May");
  await request.getByRole("button", { name: "Approve" }).click();
  const approving = owner.getByRole("dialog", { name: "Make Mona Member Admin" });
  await expect(approving.getByText("Mona Member: Member → Admin")).toBeVisible();
  await expectAccessible(owner);
  await approving.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByText("Mona Member is now Admin of Cedar House")).toBeVisible();
  await expect(row(admin, mona.name)).toContainText("Admin");
  await expect(row(admin, mona.name)).toContainText("Active");

  await goTo(member, "Team");
  await expect(member.getByRole("button", { name: "Invite people" })).not.toHaveAttribute("aria-disabled", "true");
});
