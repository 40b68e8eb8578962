import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox } from "./support/joining.ts";
import { expectAccessible } from "./support/axe.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

test("an owner hands the organization over, and the other desktop takes it live", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  const heir = (await openDesktop()).page;
  const hanna = character("Hanna Heir");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Harbour Works");
  await joinThroughInbox(owner, heir, server, hanna, "Harbour Works");

  await goTo(owner, "Settings");
  await owner.getByRole("button", { name: "Transfer ownership" }).click();
  const dialog = owner.getByRole("dialog", { name: "Transfer the ownership of Harbour Works" });
  await dialog.getByRole("option", { name: /Hanna Heir/ }).click();
  await expect(dialog.getByText("Hanna Heir alone can then administer Harbour Works")).toBeVisible();
  await expectAccessible(owner);
  await dialog.getByRole("button", { name: "Send the offer" }).click();
  await expect(owner.getByRole("status").filter({ hasText: "Hanna Heir is asked to take over" })).toBeVisible();

  await heir.getByRole("link", { name: "Answer in the inbox" }).click();
  await heir.getByRole("button", { name: "Take over" }).click();
  const taking = heir.getByRole("dialog", { name: "Take over Harbour Works" });
  await expect(taking.getByText("Hanna Heir alone can then administer Harbour Works")).toBeVisible();
  await expectAccessible(heir);
  await taking.getByRole("button", { name: "Take over" }).click();
  await expect(heir.getByText("You are now Owner of Harbour Works")).toBeVisible();

  const guard = heir.getByRole("status").filter({ hasText: "Otto Owner becomes an owner again" });
  await guard.getByRole("button", { name: "Confirm" }).click();
  const confirming = heir.getByRole("dialog", { name: "Confirm that you can administer Harbour Works" });
  await expect(confirming.getByText(/Hanna Heir \(seen .*\) can still administer Harbour Works/)).toBeVisible();
  await expectAccessible(heir);
  await confirming.getByLabel("Your password").fill(hanna.password);
  await confirming.getByRole("button", { name: "Confirm" }).click();
  await expect(guard).toBeHidden();

  const transfer = owner.getByRole("button", { name: "Transfer ownership" });
  await expect(transfer).toHaveAttribute("aria-description", /Admin.*Owner/);
  await expect(owner.getByText("is asked to take over")).toBeHidden();
});

test("a deleted organization is held, tells everybody, and is restored", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  const otto = character("Otto Owner");
  const mia = character("Mia Member");
  await signUp(owner, server, otto);
  await createOrganization(owner, "Pine Street");
  await joinThroughInbox(owner, member, server, mia, "Pine Street");

  await goTo(owner, "Settings");
  await owner.getByRole("button", { name: "Delete organization" }).click();
  const dialog = owner.getByRole("dialog", { name: "Delete Pine Street" });
  await expect(dialog.getByText("Mia Member loses access")).toBeVisible();
  await dialog.getByRole("textbox", { name: /Pine Street/ }).fill("Pine Street");
  await dialog.getByLabel("Your password").fill("certainly not it");
  await dialog.getByRole("button", { name: "Delete organization" }).click();
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  await expectAccessible(owner);
  await dialog.getByLabel("Your password").fill(otto.password);
  await dialog.getByRole("button", { name: "Delete organization" }).click();
  await expect(dialog).toBeHidden();

  const line = member.getByRole("status").filter({ hasText: "Pine Street is deleted for good on" });
  await expect(line).toBeVisible();
  await expect(line.getByRole("button", { name: "Restore" })).toBeHidden();
  await expectAccessible(owner);
  await owner.getByRole("status").filter({ hasText: "Pine Street" }).getByRole("button", { name: "Restore" }).click();
  const restoring = owner.getByRole("dialog", { name: "Restore Pine Street" });
  await expect(restoring.getByText("2 people can work here again")).toBeVisible();
  await expectAccessible(owner);
  await restoring.getByRole("button", { name: "Restore" }).click();
  await expect(owner.getByText("Pine Street works again for everyone")).toBeVisible();
  await expect(line).toBeHidden();
});

test("where nothing is held, a deleted organization is gone for good and leaves a certificate", async ({
  server,
  openDesktop,
}) => {
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  const otto = character("Otto Owner");
  await signUp(owner, server, otto);
  await createOrganization(owner, "Ferry Post", "Publishing");
  await joinThroughInbox(owner, member, server, character("Mia Member"), "Ferry Post");

  await goTo(owner, "Settings");
  await owner.getByRole("button", { name: "Delete organization" }).click();
  const dialog = owner.getByRole("dialog", { name: "Delete Ferry Post" });
  await dialog.getByRole("textbox", { name: /Ferry Post/ }).fill("Ferry Post");
  await dialog.getByLabel("Your password").fill(otto.password);
  await dialog.getByRole("button", { name: "Delete organization" }).click();
  await expect(dialog).toBeHidden();

  for (const page of [owner, member]) {
    await expect(page.getByRole("button", { name: /^Ferry Post.*switch organization$/ })).toBeHidden();
  }
  await owner.getByRole("button", { name: /account menu/ }).click();
  await owner.getByRole("menuitem", { name: "Account settings" }).click();
  await owner.getByRole("link", { name: "Deleted organizations" }).click();
  await expect(owner.getByRole("button", { name: "Copy certificate of Ferry Post as JSON" })).toBeVisible();
  await expectAccessible(owner);
});
