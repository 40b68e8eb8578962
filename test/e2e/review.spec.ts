import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Download, Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { goByKeys, pressAt, tabTo, writeIn } from "./support/keys.ts";
import { startProgram, temporaryFolder } from "./support/programs.ts";
import { inventAgency } from "./support/sample.ts";
import { signIn, type Character } from "./support/steps.ts";

const root = path.resolve(import.meta.dirname, "../..");
const passphrase = "walnut ferry quiet harbour";

/** Somebody else makes the first person of a role an Admin, by the server's own interface. */
async function promoteMember(url: string, person: Pick<Character, "email" | "password">): Promise<string> {
  const asked = async (method: string, at: string, token: string | null, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/v1/${at}`, {
      method,
      headers: {
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok).toBe(true);
    return await response.json();
  };
  const { email, password } = person;
  const session = z
    .object({ accessToken: z.string() })
    .parse(await asked("POST", "sessions", null, { email, password }));
  const Found = z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }).partial()),
  });
  const organizations = Found.parse(await asked("GET", "organizations", session.accessToken));
  const at = `organizations/${organizations.items[0]?.id}/members`;
  const members = Found.parse(await asked("GET", `${at}?role=member`, session.accessToken));
  const member = members.items[0];
  await asked("PATCH", `${at}/${member?.id}/role`, session.accessToken, { role: "admin" });
  return member?.name ?? "";
}

/** Whether the tool that anybody can run takes a saved file for what it says it is. */
async function verified(download: Download): Promise<string> {
  const file = path.join(path.dirname(await download.path()), download.suggestedFilename());
  await download.saveAs(file);
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "scripts/verify-review.ts"), file]);
  return stdout;
}

const decided = (page: Page, number: number, total: number) =>
  expect(page.getByText(`${number} of ${total}`, { exact: true })).toBeVisible();

test("a whole review offline by keyboard, over a restart, flagged and applied on reconnection, ends in evidence", async ({
  ownServer,
  browser,
}, testInfo) => {
  test.skip(testInfo.project.name === "electron", "The passphrase stands in for a keychain in the browser shell");
  test.setTimeout(300_000);
  await ownServer.stop();
  const agency = ["--organizations", "1", "--members", "12", "--events", "300"];
  const manager = await inventAgency(ownServer.folder, ...agency);
  await ownServer.start();
  const { folder, remove } = await temporaryFolder();
  const open = async () => {
    const shell = await startProgram("browser", ["--json", "--data-dir", folder, "--server", ownServer.url]);
    const page = await (await browser.newContext()).newPage();
    await page.goto(shell.url);
    return { page, shell };
  };
  const first = await open();
  const total = await test.step("signed in, with a passphrase, a review is started without a server", async () => {
    const { page } = first;
    await signIn(page, manager);
    await call(page, "passphrase.set", { passphrase });
    await expect
      .poll(async () => (await call(page, "offline.get", {})).organizations.length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await ownServer.stop();
    await expect(page.getByText(/^Offline\. Showing the state of .+, revision/)).toBeVisible({ timeout: 30_000 });
    await goByKeys(page, ["g", "v"], "Reviews");
    await expect(page.getByText(/^Review who has access/)).toBeVisible();
    await expectAccessible(page);
    await pressAt(page.getByRole("button", { name: "Start a review" }).first());
    const start = page.getByRole("button", { name: /^Review \d+ people$/ });
    await expect(start).toBeEnabled({ timeout: 30_000 });
    await expectAccessible(page);
    const people = Number(/\d+/.exec((await start.textContent()) ?? "")?.[0]);
    await pressAt(start);
    await expect(page.getByLabel("Comment")).toBeVisible();
    await decided(page, 0, people);
    await expectAccessible(page);
    return people;
  });

  await test.step("without a server, the first people are decided by keyboard alone", async () => {
    const { page } = first;
    await expect(page.getByRole("button", { name: "Finish deciding" })).toBeVisible();
    await page.keyboard.press("k");
    await decided(page, 1, total);
    await page.keyboard.press("m");
    await page.keyboard.type("Asked her twice");
    await page.keyboard.press("Enter");
    await page.keyboard.press("r");
    await decided(page, 2, total);
    await page.keyboard.press("u");
    await decided(page, 1, total);
    await page.keyboard.press("k");
    await decided(page, 2, total);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog").getByText("Accept recommendation")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  await first.page.context().close();
  await first.shell.stop();
  const { page, shell } = await open();

  await test.step("after a restart without a server the decisions are there, and the rest is decided", async () => {
    await writeIn(page.getByLabel("Passphrase"), passphrase);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible({ timeout: 30_000 });
    await goByKeys(page, ["g", "v"], "Reviews");
    await expect(page.getByText(`2 of ${total}`)).toBeVisible();
    await pressAt(page.getByRole("grid").getByRole("row").nth(1));
    await expect(page.getByLabel("Comment")).toBeVisible();
    for (let number = 2; number < total; number++) {
      await page.keyboard.press("k");
      await decided(page, number + 1, total);
    }
    await expectAccessible(page);
    await page.keyboard.press("Control+Enter");
    await pressAt(page.getByRole("dialog").getByRole("button", { name: "Send when connected" }));
    await expect(page.getByText("Waiting for connection")).toBeVisible();
  });

  const moved = await test.step("the server is back, where somebody else was promoted meanwhile", async () => {
    await ownServer.start();
    const name = await promoteMember(ownServer.url, manager);
    await expect(page.getByText("1 decision no longer fits")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(
      /Was .+ when you decided; is .+ now/,
    );
    await expectAccessible(page);
    await page.screenshot({ path: testInfo.outputPath("flagged.png") });
    return name;
  });

  await test.step("the flagged one is decided again on what is true now", async () => {
    await tabTo(page.getByRole("radiogroup", { name: moved }).getByRole("radio", { name: "Keep" }));
    await page.keyboard.press("Space");
    await pressAt(page.getByRole("button", { name: "Send 1 decision again" }));
    await expect(page.getByText(`${total} people keep their access`)).toBeVisible({ timeout: 30_000 });
  });

  await test.step("applied and finished, the evidence verifies as PDF and as JSON", async () => {
    await pressAt(page.getByRole("button", { name: `Apply ${total} decisions` }));
    const finish = page.getByRole("button", { name: "Finish and sign" });
    await expect(finish).toBeVisible({ timeout: 60_000 });
    await pressAt(finish);
    await pressAt(page.getByRole("dialog").getByRole("button", { name: "Finish and sign" }));
    await expect(page.getByText("Fingerprint")).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    for (const name of ["Save PDF", "Save JSON"]) {
      const saving = page.waitForEvent("download");
      await pressAt(page.getByRole("button", { name }));
      const told = await verified(await saving);
      expect(told).toContain("VALID");
      expect(told).toContain(`${total} people, ${total} kept, 0 carried out, 0 flagged, 0 undecided`);
    }
  });
  await page.context().close();
  await shell.stop();
  await remove();
});
