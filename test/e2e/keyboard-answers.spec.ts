import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import {
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  tabTo,
  writeIn,
} from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

test("requests are declined with a reason and approved without a mouse", async ({ server, openDesktop }) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const admin = (await openDesktop()).page;
  const member = (await openDesktop()).page;
  const guests = [character("Adam Admin"), character("Mona Member")] as const;
  await signUp(page, server, character("Kay Keyboard"));
  const { id: organizationId } = await call(page, "organization.create", { name: "Cedar House" });
  for (const [index, desktop] of [admin, member].entries()) {
    const guest = guests[index === 0 ? 0 : 1];
    await signUp(desktop, server, guest);
    const role = index === 0 ? "admin" : "member";
    await call(page, "invitation.send", { organizationId, emails: [guest.email], role });
    const { items } = await call(desktop, "me.listInvitations", {});
    await call(desktop, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
  }
  await member.close();
  const { items: members } = await call(page, "member.list", { organizationId });
  const memberId = members.find(({ email }) => email === guests[1].email)?.id ?? "";
  const ask = async (reason: string) =>
    call(admin, "approval.request", { organizationId, memberId, role: "admin", reason });

  await test.step("the overview is walked", async () => {
    await goByKeys(page, ["g", "o"], "Overview");
    await expectWalkable(page);
  });

  const request = page.getByRole("listitem").filter({ hasText: "Adam Admin asks to make Mona Member Admin" });
  await test.step("one is declined with a reason", async () => {
    await ask("She runs the brand already");
    await goByKeys(page, ["g", "i"], "Inbox");
    await expect(request).toContainText("She runs the brand already");
    await expectWalkable(page);
    const decline = request.getByRole("button", { name: "Decline" });
    const declining = page.getByRole("dialog", { name: "Decline to make Mona Member Admin" });
    await pressAt(decline);
    await expectToGiveBack(declining, decline);
    await page.keyboard.press("Enter");
    await writeIn(declining.getByLabel("Reason"), "Not before May");
    await pressAt(declining.getByRole("button", { name: "Decline" }));
    await expect(request).toBeHidden();
    await expectFocusSeen(page);
  });

  await test.step("the next is approved", async () => {
    await ask("It is May");
    await expect(request).toContainText("It is May");
    const approve = request.getByRole("button", { name: "Approve" });
    const approving = page.getByRole("dialog", { name: "Make Mona Member Admin" });
    await pressAt(approve);
    await expectToGiveBack(approving, approve);
    await page.keyboard.press("Enter");
    await expect(approving.getByText("Mona Member: Member → Admin")).toBeVisible();
    await pressAt(approving.getByRole("button", { name: "Approve" }));
    await expect(page.getByText("Mona Member is now Admin of Cedar House")).toBeVisible();
    await expect(request).toBeHidden();
    await expectFocusSeen(page);
  });

  await test.step("a review is started", async () => {
    await goByKeys(page, ["g", "v"], "Reviews");
    await expectWalkable(page);
    const start = page.getByRole("button", { name: "Start a review" }).first();
    const starting = page.getByRole("dialog", { name: "Start a review" });
    await pressAt(start);
    await expectToGiveBack(starting, start);
    await page.keyboard.press("Enter");
    await tabTo(starting.getByRole("button", { name: "Close" }));
    await page.keyboard.press("Enter");
    await expect(start).toBeFocused();
  });
});
