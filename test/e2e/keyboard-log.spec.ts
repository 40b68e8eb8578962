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
} from "./support/keys.ts";

test("the inbox is answered and the audit log searched and exported without a mouse", async ({ enter }) => {
  test.setTimeout(240_000);
  const { page } = await enter("Kay Keyboard");
  const { page: guest, person: gus } = await enter("Gus Guest");
  await createByKeys(page, "Ferry House");
  const { items: organizations } = await call(page, "organization.list", {});
  const organizationId = organizations.find(({ name }) => name === "Ferry House")?.id ?? "";
  await call(page, "invitation.send", { organizationId, emails: [gus.email], role: "member" });

  await test.step("an invitation is first kept, then accepted", async () => {
    await goByKeys(guest, ["g", "i"], "Inbox");
    await expect(guest.getByText("Ferry House")).toBeVisible();
    await expectWalkable(guest);
    const decline = guest.getByRole("button", { name: "Decline" });
    await pressAt(decline);
    await expectToGiveBack(guest.getByRole("dialog", { name: "Decline the invitation to Ferry House" }), decline);
    await pressAt(guest.getByRole("button", { name: "Accept" }));
    await expect(guest.getByRole("button", { name: /^Ferry House/ })).toBeVisible();
    await expectFocusSeen(guest);
  });

  await test.step("the log is filtered by what happened, and an event opened", async () => {
    await goByKeys(page, ["g", "a"], "Audit log");
    await expect(row(page, "Joined as Member")).toBeVisible();
    await expectWalkable(page);
    const filter = page.getByRole("button", { name: "What", exact: true });
    await pressAt(filter);
    await tabTo(page.getByRole("checkbox", { name: /joined/i }).first());
    await page.keyboard.press(" ");
    await page.keyboard.press("Escape");
    await expect(row(page, "Created the organization")).toBeHidden();
    await expectFocusSeen(page);
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    const joined = page.getByRole("row").nth(1);
    await expect(joined).toBeFocused();
    await page.keyboard.press("Enter");
    await expectToGiveBack(page.getByRole("dialog", { name: /^Event \d+$/ }), joined);
  });

  await test.step("what the filter leaves is exported", async () => {
    await pressAt(page.getByRole("button", { name: "Export" }));
    await chooseFromMenu(page, /CSV/);
    await expect(page.getByText("Exported 1 event as CSV")).toBeVisible();
    await expectFocusSeen(page);
    const file = page.getByRole("link", { name: "Download file" });
    await tabTo(file, "Shift+Tab");
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await saving).suggestedFilename()).toContain(".csv");
    await expectFocusSeen(page);
  });
});
