import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import { expectFocusSeen, expectToGiveBack, expectWalkable, goByKeys, pressAt, writeIn } from "./support/keys.ts";

test("people are chosen and a plan for them is written without a mouse", async ({ enter }) => {
  test.setTimeout(300_000);
  const { page } = await enter("Kay Keyboard");
  const guests = ["Ann Able", "Ben Baker"];
  const names = ["Alpha Works", "Beta Works", "Gamma Works"];
  for (const name of names) await call(page, "organization.create", { name });
  const { items: organizations } = await call(page, "organization.list", {});
  for (const guest of guests) {
    const { page: desktop, person } = await enter(guest);
    for (const { id: organizationId } of organizations.filter(({ name }) => name.startsWith("Alpha")))
      await call(page, "invitation.send", { organizationId, emails: [person.email], role: "member" });
    const { items } = await call(desktop, "me.listInvitations", {});
    await call(desktop, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
  }
  await goByKeys(page, ["g", "e"], /^People/);
  await expect(row(page, "Ben Baker")).toBeVisible();
  await expectWalkable(page);

  await test.step("chosen", async () => {
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    await expect(row(page, "Ann Able")).toBeFocused();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Person" });
    await expectToGiveBack(drawer, row(page, "Ann Able"));
    await page.keyboard.press("x");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("x");
    await expect(page.getByText("2 selected")).toBeVisible();
    await expectWalkable(page);
    await pressAt(page.getByRole("button", { name: "Add to organizations" }));
    await expect(page.getByRole("heading", { level: 1, name: "Add 2 people to organizations" })).toBeVisible();
    await expectFocusSeen(page);
  });

  await test.step("planned", async () => {
    await expect(row(page, "Beta Works")).toContainText("2 will be invited");
    await expectWalkable(page);
    await writeIn(page.getByLabel("Message in the invitation"), "See you there");
  });
});
