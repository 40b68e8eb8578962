import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

test("a mailed link leads to a page that says who invites to what, and how to answer", async ({
  server,
  openDesktop,
}) => {
  const invited = character("Ines Invited");
  const owner = (await openDesktop()).page;
  await signUp(owner, server, character("Olga Owner"));
  await createOrganization(owner, "Quayside <b>Works</b>");
  await goTo(owner, "Team");
  await owner.getByRole("button", { name: "Invite people" }).click();
  const dialog = owner.getByRole("dialog", { name: /Invite people/ });
  await dialog.getByLabel("E-mail addresses").fill(invited.email);
  await dialog.getByRole("button", { name: "Invite 1 person" }).click();
  const link = await server.mail.link(invited.email);

  const page = await owner.context().newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Join Quayside <b>Works</b>");
  await expect(page.getByText("Olga Owner invites you as Member.")).toBeVisible();
  await expect(page.getByText(`For ${invited.email}, until`)).toBeVisible();
  const open = page.getByRole("link", { name: "Open in Orgdesk" });
  expect(await open.getAttribute("href")).toMatch(/^orgdesk:\/\/invite\/[\w-]{20,}$/);
  await expect(page.getByText(`enter ${new URL(link).origin}`)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${new URL(link).origin}/invite#token=${"a".repeat(43)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such invitation");
  await expect(open).toBeHidden();
  await expectAccessible(page);
});
