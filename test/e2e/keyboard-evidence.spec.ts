import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { joinByCalls } from "./support/joining.ts";
import { expectFocusSeen, expectToGiveBack, expectWalkable, goByKeys, pressAt, tabTo } from "./support/keys.ts";
import { character, signUp } from "./support/steps.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Chooses one of a list's options by the arrow keys. */
async function chooseOption(page: Page, name: string): Promise<void> {
  const option = page.getByRole("option", { name, exact: true });
  await expect(option).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(option).toHaveAttribute("data-combobox-selected", "true", { timeout: 200 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(option).toBeHidden();
}

test("a review is settled and signed, and the next ones are planned, without a mouse", async ({
  server,
  openDesktop,
}) => {
  test.setTimeout(240_000);
  const { page } = await openDesktop();
  const guest = (await openDesktop()).page;
  const gus = character("Gus Guest");
  await signUp(page, server, character("Kay Keyboard"));
  await signUp(guest, server, gus);
  const organizationId = await joinByCalls(page, guest, gus);
  await guest.close();

  await test.step("decided and sent", async () => {
    await goByKeys(page, ["g", "v"], "Reviews");
    await pressAt(page.getByRole("button", { name: "Start a review" }).first());
    const begin = page.getByRole("dialog").getByRole("button", { name: "Review 2 people" });
    await expect(begin).toBeEnabled({ timeout: 30_000 });
    await pressAt(begin);
    await expect(page.getByLabel("Comment")).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByText("2 of 2", { exact: true })).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await pressAt(page.getByRole("dialog", { name: "Send decisions" }).getByRole("button", { name: "Send" }));
    await expect(page.getByText("Ready to apply")).toBeVisible({ timeout: 30_000 });
    await expectFocusSeen(page);
  });

  await test.step("what no longer fits is decided again", async () => {
    const { items: members } = await call(page, "member.list", { organizationId });
    const memberId = members.find(({ email }) => email === gus.email)?.id ?? "";
    await call(page, "member.changeRole", { organizationId, memberId, role: "admin" });
    const group = page.getByRole("radiogroup", { name: gus.name });
    await expect(group).toBeVisible({ timeout: 30_000 });
    await tabTo(group.getByRole("radio", { name: "Keep" }));
    await page.keyboard.press("Space");
    await pressAt(page.getByRole("button", { name: "Send 1 decision again" }));
    await expect(page.getByText("2 people keep their access")).toBeVisible({ timeout: 30_000 });
    await expectFocusSeen(page);
  });

  await test.step("applied and signed", async () => {
    await pressAt(page.getByRole("button", { name: "Apply 2 decisions" }));
    const finish = page.getByRole("button", { name: "Finish and sign" });
    await expect(finish).toBeVisible({ timeout: 60_000 });
    await expectFocusSeen(page);
    const dialog = page.getByRole("dialog", { name: "Finish and sign" });
    await pressAt(finish);
    await expectToGiveBack(dialog, finish);
    await page.keyboard.press("Enter");
    await pressAt(dialog.getByRole("button", { name: "Finish and sign" }));
    await expect(page.getByText("Fingerprint of the file")).toBeVisible({ timeout: 30_000 });
    await expectFocusSeen(page);
    await expectWalkable(page);
  });

  await test.step("the evidence is saved and verified", async () => {
    const saving = page.waitForEvent("download");
    await pressAt(page.getByRole("button", { name: "Save JSON" }));
    const download = await saving;
    const file = path.join(path.dirname(await download.path()), download.suggestedFilename());
    await download.saveAs(file);
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "scripts/verify-review.ts"), file]);
    expect(stdout).toContain("VALID");
    expect(stdout).toContain("2 people, 2 kept");
    await expectFocusSeen(page);
  });

  await test.step("reviews are scheduled, with another reviewer, and no longer", async () => {
    await pressAt(page.getByRole("link", { name: "Reviews" }));
    await pressAt(page.getByRole("link", { name: "Schedules" }));
    const row = page.getByRole("row").nth(1);
    const set = row.getByRole("button", { name: "Set schedule" });
    const dialog = page.getByRole("dialog");
    await pressAt(set);
    await expectToGiveBack(dialog, set);
    await page.keyboard.press("Enter");
    const rhythm = dialog.getByRole("combobox", { name: "Rhythm" });
    await pressAt(rhythm, "ArrowDown");
    await chooseOption(page, "Every year");
    await pressAt(dialog.getByRole("button", { name: "Save schedule" }));
    await expect(dialog).toBeHidden();
    await expect(row.getByText("Every year")).toBeVisible();
    await expectFocusSeen(page);

    const reviewers = row.getByRole("button", { name: "Change reviewers" });
    await pressAt(reviewers);
    await expect(dialog.getByRole("option", { name: gus.name })).toBeVisible();
    await tabTo(dialog.getByPlaceholder("Find somebody who may review access"));
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: `Take ${gus.name} off` })).toBeVisible();
    await expectFocusSeen(page);
    await pressAt(dialog.getByRole("button", { name: "Save reviewers" }));
    await expect(dialog).toBeHidden();
    await expect(reviewers).toContainText(gus.name);
    await expectFocusSeen(page);

    await pressAt(row.getByRole("button", { name: "Change schedule" }));
    await pressAt(dialog.getByRole("button", { name: "Stop reminding" }));
    await expect(dialog).toBeHidden();
    await expect(row.getByText("No schedule")).toBeVisible();
    await expectFocusSeen(page);
  });
});
