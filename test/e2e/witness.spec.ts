import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/axe.ts";
import { inDatabaseOf } from "./support/database.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

test("a log that is rewritten in the database under a live window raises an alarm that ends only with a reason", async ({
  ownServer,
  openDesktop,
}, testInfo) => {
  const { page } = await openDesktop(ownServer);
  await signUp(page, ownServer, character("Wilma Witness"));
  await createOrganization(page, "Northwind");
  await goTo(page, "Audit log");
  await expect(page.getByText(/^Checked here up to #1,/)).toBeVisible({ timeout: 30_000 });

  await inDatabaseOf(ownServer.folder, [
    "alter table audit_events disable trigger user",
    "update audit_events set actor_name = 'Mallory' where target_name = 'Northwind' and revision = 1",
    "alter table audit_events enable trigger user",
  ]);
  await goTo(page, "Settings");
  await page.getByLabel("Description").fill("Ships things");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const alarm = page.getByRole("alert").filter({ hasText: "Event #1 of the audit log of Northwind was rewritten." });
  await expect(alarm).toBeVisible({ timeout: 30_000 });
  await goTo(page, "Team");
  await expect(alarm).toBeVisible();
  await expectAccessible(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  const alarmThere = second.getByRole("alert").filter({ hasText: "was rewritten" });
  await expect(alarmThere).toBeVisible();

  await alarm.getByRole("button", { name: "See what differs" }).click();
  const dialog = page.getByRole("dialog", { name: "Answer the alarm about Northwind" });
  await expect(dialog.getByText(/It is now: Mallory/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: testInfo.outputPath("alarm.png") });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export evidence" }).click();
  const evidence: unknown = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(evidence).toMatchObject({ alarm: { kind: "rewritten", revision: 1 }, now: { actor: { name: "Mallory" } } });

  await expect(dialog.getByRole("button", { name: "End alarm" })).toBeDisabled();
  await dialog.getByLabel("Reason").fill("A test of the alarm, known to everybody");
  await dialog.getByRole("button", { name: "End alarm" }).click();
  await expect(alarm).toBeHidden();
  await expect(alarmThere).toBeHidden();
  await goTo(page, "Settings");
  await page.getByRole("link", { name: "Security log" }).click();
  const answered = page.getByRole("region", { name: "Answered alarms" });
  await expect(answered.getByText("A test of the alarm, known to everybody")).toBeVisible();
  await expectAccessible(page);
});
