import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test, type RunningServer } from "./support/fixtures.ts";
import { joinThroughInbox, row } from "./support/joining.ts";
import { character, createOrganization, goTo, signUp, type Character } from "./support/steps.ts";

const drawerOf = async (page: Page, person: string): Promise<Locator> => {
  await row(page, person).getByText(person).first().click();
  return page.getByRole("dialog", { name: "Member", exact: true });
};

/** Lets a member's access end in a moment, which no calendar day can say. */
async function endSoon(server: RunningServer, by: Character, path: string): Promise<void> {
  const ask = (method: string, url: string, body: object, token = "") =>
    fetch(`${server.url}/v1${url}`, {
      method,
      headers: { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const signedIn = await ask("POST", "/sessions", { email: by.email, password: by.password });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const accessUntil = new Date(Date.now() + 3_000).toISOString();
  const answer = await ask("PUT", `${path}/access-until`, { accessUntil }, accessToken);
  expect(answer.status).toBe(200);
}

test("a member is welcomed, described, loses access when its time comes, and is brought back", async ({
  server,
  openDesktop,
}) => {
  test.setTimeout(150_000);
  const [olivia, mia] = [character("Olivia Owner"), character("Mia Member")];
  const owner = (await openDesktop()).page;
  const member = (await openDesktop()).page;

  await test.step("who joins is welcomed by mail and by a checklist", async () => {
    await signUp(owner, server, olivia);
    await createOrganization(owner, "Harbor Works");
    await joinThroughInbox(owner, member, server, mia, "Harbor Works");
    await server.mail.find(mia.email, /(Welcome to Harbor Works)/);
    await goTo(member, "Overview");
    const list = member.getByRole("region", { name: "Get started" });
    await expect(list).toContainText("0 of 4");
    await expectAccessible(member);
    await list.getByRole("link", { name: /Say how to reach you/ }).press("Enter");
  });

  await test.step("members keep their own contact details and mails", async () => {
    const drawer = member.getByRole("dialog", { name: "Member", exact: true });
    await drawer.getByRole("button", { name: "Edit" }).click();
    const dialog = member.getByRole("dialog", { name: "Edit your contact details" });
    await dialog.getByLabel("Phone").fill("call me");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toContainText("Give a telephone number");
    await dialog.getByLabel("Phone").fill("+49 30 901820");
    await dialog.getByLabel("Job title").fill("Analyst");
    await member.keyboard.press("Enter");
    await expect(drawer).toContainText("+49 30 901820");
    await drawer.getByRole("switch", { name: "Your role changes" }).press("Space");
    await expect(member.getByText("Your choice of mails is saved")).toBeVisible();
    await expect(drawer.getByText("Notes", { exact: true })).toBeHidden();
    await expectAccessible(member);
    await goTo(member, "Overview");
    await expect(member.getByRole("region", { name: "Get started" })).toContainText("2 of 4");
  });

  await test.step("the owner keeps notes and sets the last day", async () => {
    const drawer = await drawerOf(owner, "Mia Member");
    await expect(drawer).toContainText("Analyst");
    await drawer.getByRole("button", { name: "Edit" }).nth(1).click();
    const notes = owner.getByRole("dialog", { name: "Edit the notes about Mia Member" });
    await notes.getByLabel("Notes about Mia Member").fill("Freelance until spring.");
    await notes.getByRole("button", { name: "Save notes" }).click();
    await expect(drawer).toContainText("Freelance until spring.");
    await drawer.getByRole("button", { name: "Change", exact: true }).click();
    const dialog = owner.getByRole("dialog", { name: "Choose until when Mia Member has access" });
    await dialog.getByRole("button", { name: "30 days" }).click();
    await expectAccessible(owner);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(row(owner, "Mia Member")).toContainText("Ends");
  });

  await test.step("when the time comes, the open window loses the organization", async () => {
    const [, organization = "", memberId = ""] = /\/o\/([\w-]+)\/team\/([\w-]+)/.exec(owner.url()) ?? [];
    const path = `/organizations/${organization}/members/${memberId}`;
    await endSoon(server, olivia, path);
    await expect(member.getByRole("button", { name: /^Harbor Works/ })).toBeHidden({ timeout: 30_000 });
    await server.mail.find(mia.email, /(Your access to Harbor Works has ended)/);
  });

  await test.step("removed and brought back with the former role", async () => {
    const drawer = owner.getByRole("dialog", { name: "Member", exact: true });
    await expect(drawer).toContainText("Deactivated");
    await drawer.getByRole("button", { name: "Remove" }).click();
    await owner
      .getByRole("dialog", { name: /^Remove Mia Member/ })
      .getByRole("button", { name: "Remove" })
      .click();
    await expect(drawer).toContainText("90 days left");
    await drawer.getByRole("button", { name: "Bring back" }).click();
    const dialog = owner.getByRole("dialog", { name: "Bring Mia Member back" });
    await expect(dialog.getByRole("radio", { name: /^Member/ })).toBeChecked();
    await expectAccessible(owner);
    await dialog.getByRole("button", { name: "Bring back" }).click();
    await expect(drawer).toContainText("Deactivated");
    await drawer.getByRole("button", { name: "Reactivate" }).click();
    const giving = owner.getByRole("dialog", { name: /^Reactivate Mia Member/ });
    await expect(giving.getByText("Mia Member has access again, as Member")).toBeVisible();
    await expectAccessible(owner);
    await giving.getByRole("button", { name: "Reactivate" }).click();
    await expect(drawer).toContainText("Active");
    await member.getByRole("button", { name: /switch organization$/i }).click();
    await expect(member.getByRole("option", { name: /Harbor Works/ })).toBeVisible({ timeout: 20_000 });
  });
});
