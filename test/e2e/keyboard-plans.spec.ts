import { call } from "./support/call.ts";
import { inDatabaseOf } from "./support/database.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import { expectFocusSeen, expectToGiveBack, expectWalkable, goByKeys, pressAt, tabTo } from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

test("a plan is tried, applied, cancelled, resumed and reported without a mouse", async ({
  ownServer,
  openDesktop,
}) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop(ownServer);
  const guest = (await openDesktop(ownServer)).page;
  const ann = character("Ann Able");
  await signUp(page, ownServer, character("Kay Keyboard"));
  await signUp(guest, ownServer, ann);
  for (const name of ["Alpha Works", "Beta Works", "Gamma Works", "Delta Works"])
    await call(page, "organization.create", { name });
  const { items: organizations } = await call(page, "organization.list", {});
  const organizationId = organizations.find(({ name }) => name === "Alpha Works")?.id ?? "";
  await call(page, "invitation.send", { organizationId, emails: [ann.email], role: "member" });
  const { items } = await call(guest, "me.listInvitations", {});
  await call(guest, "invitation.acceptReceived", { invitationId: items[0]?.id ?? "" });
  await guest.close();

  await test.step("whom, and in which organizations", async () => {
    await goByKeys(page, ["g", "e"], /^People/);
    await page.keyboard.press("/");
    await page.keyboard.type("ann");
    await expect(row(page, "Kay Keyboard")).toBeHidden();
    await page.keyboard.press("ArrowDown");
    await expect(row(page, ann.name)).toBeFocused();
    await page.keyboard.press("x");
    await pressAt(page.getByRole("button", { name: "Add to organizations" }));
    await expect(page.getByRole("heading", { level: 1, name: `Add ${ann.name} to organizations` })).toBeVisible();
    await expect(row(page, "Beta Works")).toContainText("Will be invited");
    await tabTo(page.getByRole("row").nth(1));
    for (const name of ["Beta Works", "Gamma Works"]) {
      const included = page.getByRole("checkbox", { name: `Include ${name}` });
      await pressAt(included, " ");
      await expect(included).toBeChecked();
    }
    await expectFocusSeen(page);
  });

  // The plan waits long enough for somebody to change their mind.
  await inDatabaseOf(ownServer.folder, [
    "alter table outbox alter column available_at set default now() + interval '1 hour'",
  ]);

  await test.step("applied and cancelled", async () => {
    await pressAt(page.getByRole("button", { name: "Apply to 2 organizations" }));
    await expect(page.getByText("Running", { exact: true })).toBeVisible();
    await expectFocusSeen(page);
    await expectWalkable(page);
    await pressAt(page.getByRole("button", { name: "Cancel", exact: true }));
    await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
    await expect(row(page, "Beta Works")).toContainText("Not tried");
    await expectFocusSeen(page);
  });

  await inDatabaseOf(ownServer.folder, ["alter table outbox alter column available_at set default now()"]);

  await test.step("resumed, looked into and reported", async () => {
    await pressAt(page.getByRole("button", { name: "Resume 2 changes" }));
    await expect(row(page, "Beta Works")).toContainText("Done");
    await expect(page.getByText("Finished", { exact: true })).toBeVisible();
    await expectFocusSeen(page);
    await tabTo(page.getByRole("row").nth(1));
    await page.keyboard.press("Enter");
    await expectToGiveBack(page.getByRole("dialog"), page.getByRole("row").nth(1));
    const report = page.getByRole("button", { name: "Report as CSV" });
    const saving = page.waitForEvent("download");
    await pressAt(report);
    expect((await saving).suggestedFilename()).toMatch(/^plan-.*\.csv$/);
    await expect(report).toBeFocused();
    await expectFocusSeen(page);
  });
});
