import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/axe.ts";
import { inDatabaseOf } from "./support/database.ts";
import { expect, test } from "./support/fixtures.ts";
import { forgingLine } from "./support/line.ts";
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

  await alarm.getByRole("button", { name: "See the alarm" }).click();
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
  await goTo(page, "Audit log");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Answered alarms" }).click();
  const answered = page.getByRole("dialog", { name: "Answered alarms" });
  await expect(answered.getByText("A test of the alarm, known to everybody")).toBeVisible();
  await expectAccessible(page);
});

test("a line that changes what the server signed raises an alarm about every log, and says who can help", async ({
  ownServer,
  openDesktop,
}) => {
  const line = await forgingLine(
    ownServer.url,
    (path) => path.endsWith("/audit-events/head"),
    (body) => body.replace(/"at":"[0-9]{4}/, '"at":"2001'),
  );
  const { page } = await openDesktop({ ...ownServer, url: line.url });
  await signUp(page, ownServer, character("Sina Signature"));
  await createOrganization(page, "Northwind");
  const here = page.getByRole("alert").filter({ hasText: "Northwind comes with a signature that is not valid." });
  await expect(here).toBeVisible({ timeout: 30_000 });
  const elsewhere = page.getByRole("alert").filter({ hasText: "an alarm about the audit log of Sina Signature" });
  await expect(elsewhere).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await here.getByRole("button", { name: "See the alarm" }).click();
  const dialog = page.getByRole("dialog", { name: "Answer the alarm about Northwind" });
  await expect(dialog.getByText("does not match its signature")).toBeVisible();
  await expect(dialog.getByText("This computer has verified nothing of this log yet.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("The proxy of our network; Dana of IT is taking it out");
  await dialog.getByRole("button", { name: "End alarm" }).click();
  await expect(here).toBeHidden();
  await line.close();
});
