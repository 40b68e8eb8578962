import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { joinThroughInbox, row } from "./support/joining.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

async function rowAction(page: Page, person: string, action: string | RegExp): Promise<void> {
  await row(page, person)
    .getByRole("button", { name: /^Actions for this row/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("a removal is undone, and then the member leaves on their own", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const gina = character("Gina Guest");
  await signUp(owner, server, character("Otto Owner"));
  await createOrganization(owner, "Lantern Press");
  await joinThroughInbox(owner, guest, server, gina, "Lantern Press");

  await rowAction(owner, gina.name, /^Remove/);
  await owner
    .getByRole("dialog")
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(row(owner, gina.name)).toBeHidden();
  await owner
    .getByRole("alert")
    .filter({ hasText: "no longer has access" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(row(owner, gina.name)).toBeVisible();

  await guest.getByRole("button", { name: /switch organization/ }).click();
  await guest.getByRole("option", { name: /Lantern Press/ }).click();
  await goTo(guest, "Settings");
  await guest.getByRole("button", { name: "Leave organization" }).click();
  await guest.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await expect(guest.getByRole("button", { name: /^Gina Guest's organization/ })).toBeVisible();
  await expect(row(owner, gina.name)).toBeHidden();
});

test("a revoked invitation no longer opens, and Undo makes the same link work again", async ({
  server,
  openDesktop,
}) => {
  const owner = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const rex = character("Rex Revoked");
  await signUp(owner, server, character("Olive Owner"));
  await goTo(owner, "Team");
  await owner.getByRole("button", { name: "Invite people" }).click();
  await owner.getByLabel("E-mail addresses").fill(rex.email);
  await owner.getByRole("button", { name: "Invite 1 person" }).click();
  const link = await server.mail.link(rex.email);

  await rowAction(owner, rex.email, "Revoke");
  const gone = owner.getByRole("alert").filter({ hasText: "no longer works" });
  await expect(gone).toBeVisible();
  await guest.getByRole("link", { name: "Open an invitation link" }).click();
  await guest.getByLabel("Invitation link").fill(link);
  await guest.getByRole("button", { name: "Open invitation" }).click();
  await expect(guest.getByText(/revoked/i)).toBeVisible();
  await gone.getByRole("button", { name: "Undo" }).click();
  await expect(row(owner, rex.email)).toContainText("Pending");
  await guest.getByRole("button", { name: "Open invitation" }).click();
  await expect(guest.getByText(/invites you as Member/)).toBeVisible();
});

test("several invitations are revoked at once", async ({ server, openDesktop }) => {
  const owner = (await openDesktop()).page;
  await signUp(owner, server, character("Oda Owner"));
  await goTo(owner, "Team");
  await owner.getByRole("button", { name: "Invite people" }).click();
  const people = [character("Ann One"), character("Bob Two"), character("Cas Three")];
  await owner.getByLabel("E-mail addresses").fill(people.map(({ email }) => email).join(", "));
  await owner.getByRole("button", { name: "Invite 3 people" }).click();
  await expect(row(owner, people[2]?.email ?? "")).toBeVisible();
  for (const { email } of people.slice(0, 2)) await row(owner, email).getByRole("checkbox").check({ force: true });
  await owner.getByRole("button", { name: "Revoke 2" }).click();
  await expect(owner.getByText("2 invitations no longer work")).toBeVisible();
  await expect(row(owner, people[0]?.email ?? "")).toBeHidden();
  await expect(row(owner, people[2]?.email ?? "")).toBeVisible();
});
