import { expect, type Page } from "@playwright/test";
import { call } from "./call.ts";
import type { RunningServer } from "./fixtures.ts";
import { goTo, signUp, type Character } from "./steps.ts";

/** Somebody's row in the table that is on the screen. */
export const row = (page: Page, person: string) => page.getByRole("row").filter({ hasText: person });

/** Invites somebody who has an account already, who accepts in the inbox. */
export async function joinThroughInbox(
  owner: Page,
  guest: Page,
  server: RunningServer,
  person: Character,
  name: string,
): Promise<void> {
  await signUp(guest, server, person);
  await goTo(owner, "Team");
  await owner.getByRole("button", { name: "Invite people" }).click();
  await owner.getByLabel("E-mail addresses").fill(person.email);
  await owner.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(row(owner, person.email)).toContainText("Pending");
  await guest.getByRole("link", { name: /^Inbox/ }).click();
  await guest.getByRole("button", { name: "Accept" }).click();
  await expect(guest.getByRole("button", { name: new RegExp(`^${name}`) })).toBeVisible();
  await expect(row(owner, person.name)).toContainText("Active");
}

/** Brings somebody into the owner's first organization past the screens, as a member. Answers its id. */
export async function joinByCalls(owner: Page, guest: Page, { email }: Pick<Character, "email">): Promise<string> {
  const { items: organizations } = await call(owner, "organization.list", {});
  const organizationId = organizations[0]?.id ?? "";
  await call(owner, "invitation.send", { organizationId, emails: [email], role: "member" });
  const { items } = await call(guest, "me.listInvitations", {});
  await call(guest, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
  return organizationId;
}
