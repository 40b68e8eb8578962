import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, goTo, signUp } from "./support/steps.ts";

test("a server that stops leaves a readable screen, and its return brings everything back", async ({
  ownServer,
  openDesktop,
}) => {
  const { page } = await openDesktop(ownServer);
  await signUp(page, ownServer, character("Olga Offline"));
  await goTo(page, "Team");
  await expect(page.getByRole("row").filter({ hasText: "Olga Offline" })).toBeVisible();

  await ownServer.stop();
  await expect(page.getByText(/^Offline\. Showing the state of/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("row").filter({ hasText: "Olga Offline" })).toBeVisible();
  const invite = page.getByRole("button", { name: "Invite people" });
  await expect(invite).toHaveAttribute("aria-disabled", "true");
  await invite.hover();
  await expect(page.getByRole("tooltip")).toContainText("You are offline");
  await goTo(page, "Overview");
  await expect(page.getByText("Pending invitations")).toBeVisible();
  await expectAccessible(page);

  await ownServer.start();
  await expect(page.getByText(/^Offline\. Showing the state of/)).toBeHidden({ timeout: 45_000 });
  await goTo(page, "Team");
  await expect(invite).not.toHaveAttribute("aria-disabled", "true");
});
