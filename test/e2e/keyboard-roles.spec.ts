import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import {
  chooseFromMenu,
  createByKeys,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  tabTo,
} from "./support/keys.ts";

test("a role is made, and changed after a look at the difference, without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page } = await enter("Kay Keyboard");
  const { page: guest, person: gus } = await enter("Gus Guest");
  await createByKeys(page, "Cedar House");
  await goByKeys(page, ["g", "p"], "Roles & permissions");
  await expectWalkable(page);

  const matrix = page.getByRole("grid", { name: "Permissions by role" });
  await test.step("made", async () => {
    await pressAt(page.getByRole("button", { name: "New role" }));
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Brand lead");
    const boxes = matrix.getByRole("checkbox", { name: /^Brand lead: / });
    await tabTo(matrix.locator("[tabindex='0']").first());
    await page.keyboard.press("Control+End");
    await expect(boxes.last()).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press(" ");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Gains \d permissions?\. Nobody has the role yet\.$/)).toBeVisible();
    await pressAt(page.getByRole("button", { name: "Create role" }));
    await expect(page.getByRole("columnheader", { name: /Brand lead/ })).toBeVisible();
    await expectFocusSeen(page);
  });

  await test.step("changed", async () => {
    const cedarHouse = async () => {
      const { items } = await call(page, "organization.list", {});
      return items.find(({ name }) => name === "Cedar House");
    };
    // The column stands from the first letter of the draft on.
    await expect.poll(async () => (await cedarHouse())?.customRoles.length).toBe(1);
    const { id: organizationId = "", customRoles = [] } = (await cedarHouse()) ?? {};
    const role = customRoles[0]?.key ?? "";
    await call(page, "invitation.send", { organizationId, emails: [gus.email], role });
    const { items } = await call(guest, "me.listInvitations", {});
    await call(guest, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
    const actions = page.getByRole("button", { name: "Actions for Brand lead" });
    await pressAt(actions);
    await expect(page.getByRole("menuitem", { name: "Edit role" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(actions).toBeFocused();
    await page.keyboard.press("Enter");
    await chooseFromMenu(page, "Edit role");
    await tabTo(matrix.locator("[tabindex='0']").first());
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press(" ");
    const save = page.getByRole("button", { name: "Save role" });
    await tabTo(page.getByRole("button", { name: /^What is lost: / }));
    await expect(page.getByRole("tooltip")).toBeVisible();
    await pressAt(save);
    const dialog = page.getByRole("dialog", { name: /^Change Brand lead for 1 person/ });
    await expectToGiveBack(dialog, save);
    await page.keyboard.press("Enter");
    await pressAt(dialog.getByRole("button", { name: "Save role" }));
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Brand lead changed for everybody who has it")).toBeVisible();
    await expectFocusSeen(page);
  });
});
