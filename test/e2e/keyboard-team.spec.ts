import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import {
  chooseFromMenu,
  createByKeys,
  expectFocusSeen,
  expectToGiveBack,
  expectWalkable,
  goByKeys,
  pressAt,
  tabTo,
  writeIn,
} from "./support/keys.ts";

test("a team is invited, filtered, selected and changed without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page } = await enter("Kay Keyboard");
  const { page: guest, person: gus } = await enter("Gus Guest");
  await createByKeys(page, "Harbour Works");
  await expectWalkable(page);

  await test.step("invited", async () => {
    await goByKeys(page, ["g", "t"], /^Team/);
    const invite = page.getByRole("button", { name: "Invite people" });
    await pressAt(invite);
    const dialog = page.getByRole("dialog", { name: /^Invite people/ });
    await expectToGiveBack(dialog, invite);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible();
    await writeIn(
      dialog.getByLabel("E-mail addresses"),
      `${gus.email}, ann@example.com, bob@example.com, cy@example.com`,
    );
    await pressAt(dialog.getByRole("button", { name: "Invite 4 people" }));
    await expect(dialog).toBeHidden();
    await expect(invite).toBeFocused();
    await expect(row(page, "cy@example.com")).toContainText("Pending");
    const { items } = await call(guest, "me.listInvitations", {});
    await call(guest, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
    await expect(row(page, gus.name)).toContainText("Active");
    await expectWalkable(page);
  });

  await test.step("filtered and searched", async () => {
    const filter = page.getByRole("button", { name: "Status", exact: true });
    await pressAt(filter);
    const choice = page.getByRole("radiogroup", { name: "Status" });
    await expect(choice).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(choice).toBeHidden();
    await expect(filter).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(choice.getByRole("radio", { checked: true }));
    // The arrow keys try one choice after the other; Enter is done with it.
    for (let down = 0; down < 3; down++) await page.keyboard.press("ArrowDown");
    await expect(choice).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(choice).toBeHidden();
    await expect(page).toHaveURL(/status=pending/);
    await expect(row(page, gus.name)).toBeHidden();
    const clear = page.getByRole("button", { name: "Remove the filter Status" });
    await pressAt(clear);
    await expect(row(page, gus.name)).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("example.com");
    await expect(page).toHaveURL(/[?&]q=/);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("row").nth(1)).toBeFocused();
  });

  await test.step("a range is selected, acted on and let go", async () => {
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.getByText("3 selected")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("3 selected")).toBeHidden();
    await expectFocusSeen(page);
    await page.keyboard.press("ControlOrMeta+a");
    await expect(page.getByText(/^\d selected$/)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page).not.toHaveURL(/[?&]q=/);
  });

  await test.step("a row's menu and drawer give the keyboard back", async () => {
    const member = row(page, gus.name);
    await page.keyboard.press("/");
    await page.keyboard.type("gus");
    await expect(row(page, "ann@example.com")).toBeHidden();
    await expect(page).toHaveURL(/[?&]q=gus/);
    await page.keyboard.press("ArrowDown");
    await expect(member).toBeFocused();
    await page.keyboard.press(".");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(member).toBeFocused();
    await page.keyboard.press(".");
    await chooseFromMenu(page, "Deactivate");
    const dialog = page.getByRole("dialog", { name: /^Deactivate Gus Guest/ });
    await expectToGiveBack(dialog, member);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Member", exact: true });
    await expect(drawer).toBeFocused();
    await pressAt(drawer.getByRole("button", { name: "Change role" }));
    await chooseFromMenu(page, /^Admin/);
    const giving = page.getByRole("dialog", { name: "Make Gus Guest Admin" });
    await expect(giving).toBeVisible();
    // Esc closes what is on top, and the drawer stays.
    await page.keyboard.press("Escape");
    await expect(giving).toBeHidden();
    await expect(drawer).toBeVisible();
    await expectFocusSeen(page);
    await pressAt(drawer.getByRole("button", { name: "Change role" }));
    await chooseFromMenu(page, /^Admin/);
    await pressAt(giving.getByRole("button", { name: "Make Admin" }));
    await expect(giving).toBeHidden();
    await expect(drawer).toContainText("Admin");
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(member).toBeFocused();
    await expectFocusSeen(page);
  });
});
