import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox, row } from "./support/joining.ts";
import { character, createOrganization, goTo, signIn, signUp } from "./support/steps.ts";

const drawerOf = (page: Page) => page.getByRole("dialog", { name: "Member", exact: true });

async function createBrand(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create brand" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Create a brand" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Create brand" }).click();
  await expect(row(page, name)).toBeVisible();
}

test("a change is read before it is made, worked out again when the state moves, undone and explained", async ({
  server,
  openDesktop,
}) => {
  test.setTimeout(150_000);
  const [olivia, mia] = [character("Olivia Owner"), character("Mia Member")];
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  const elsewhere = (await openDesktop()).page;
  await signUp(owner, server, olivia);
  await createOrganization(owner, "Harbor Works");
  await goTo(owner, "Brands");
  await createBrand(owner, "Acme Foods");
  await joinThroughInbox(owner, member, server, mia, "Harbor Works");
  await signIn(elsewhere, olivia);
  await elsewhere.getByRole("button", { name: /switch organization$/i }).click();
  await elsewhere.getByRole("option", { name: /Harbor Works/ }).click();

  const dialog = owner.getByRole("dialog", { name: "Make Mia Member Admin" });
  const preview = dialog.getByRole("region", { name: "What this does" });

  await test.step("the preview says what is gained and who is in charge then", async () => {
    await row(owner, mia.name).getByText(mia.name).first().click();
    await drawerOf(owner).getByRole("button", { name: "Change role" }).press("Enter");
    await owner.getByRole("menuitem", { name: /^Owner/ }).press("Enter");
    const sharing = owner.getByRole("dialog", { name: "Make Mia Member Owner" });
    await expect(sharing).toContainText(
      /(Mia Member and Olivia Owner|Olivia Owner and Mia Member) can then administer/,
    );
    await owner.keyboard.press("Escape");
    await drawerOf(owner).getByRole("button", { name: "Change role" }).press("Enter");
    await owner.getByRole("menuitem", { name: /^Admin/ }).press("Enter");
    await expect(preview).toContainText("Mia Member: Member → Admin");
    await expect(preview).toContainText("Can then");
    await expect(preview).toContainText("Gains the brand Acme Foods");
    await preview.getByRole("button", { name: /^Show all/ }).press("Enter");
    await expect(preview).toContainText("remove members");
    await expectAccessible(owner);
  });

  await test.step("what moved meanwhile is told, and nothing is done", async () => {
    await goTo(elsewhere, "Team");
    await row(elsewhere, mia.name).getByText(mia.name).first().click();
    await drawerOf(elsewhere).getByRole("button", { name: "Change access" }).click();
    const access = elsewhere.getByRole("dialog", { name: "Change which brands Mia Member can use" });
    await access.getByRole("radio", { name: /^All current brands/ }).check();
    await access.getByRole("button", { name: "Save access" }).click();
    await expect(access).toBeHidden();
    await dialog.getByRole("button", { name: "Make Admin" }).press("Enter");
    await expect(preview).toContainText("This is what it does now.");
    await expect(preview).not.toContainText("Gains the brand");
    await expect(row(elsewhere, mia.name)).toContainText("Member");
  });

  await test.step("agreed to as it is now, it is done, and undone from the history", async () => {
    await dialog.getByRole("button", { name: "Make Admin" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(row(owner, mia.name)).toContainText("Admin");
    const changed = drawerOf(owner).getByRole("listitem").filter({ hasText: "Admin" }).first();
    await changed.getByRole("button", { name: "Undo…" }).press("Enter");
    const undo = owner.getByRole("dialog", { name: "Undo this change" });
    await expect(undo).toContainText("Mia Member: Admin → Member");
    await expect(undo).toContainText("Can no longer");
    await expectAccessible(owner);
    await undo.getByRole("button", { name: "Undo", exact: true }).press("Enter");
    await expect(undo).toBeHidden();
    await expect(row(owner, mia.name).getByText("Admin", { exact: true })).toBeHidden();
  });

  await test.step("whoever may not says why and names who could help, by keyboard", async () => {
    await goTo(member, "Team");
    const invite = member.getByRole("button", { name: "Invite people" });
    await expect(invite).toHaveAttribute("aria-disabled", "true");
    await invite.focus();
    await member.keyboard.press("Enter");
    const why = member.getByRole("dialog").filter({ hasText: "Why can't I?" });
    await expect(why).toContainText("Olivia Owner");
    await expect(why).toContainText("1 person could give you this");
    await expectAccessible(member);
    await member.keyboard.press("Escape");
    await expect(why).toBeHidden();
    await expect(invite).toBeFocused();
  });
});
