import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { character, createOrganization, goTo, signUp } from "./support/steps.ts";

const csv = (lines: readonly string[]) => ({
  name: "people.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFFE-Mail;Role;Brands\r\n${lines.join("\r\n")}\r\n`),
});

test("people are imported from a file; bad lines are named, left out and saved", async ({ server, openDesktop }) => {
  const { page } = await openDesktop();
  await signUp(page, server, character("Otto Owner"));
  await createOrganization(page, "Harbour Agency");
  await goTo(page, "Team");
  await page.getByRole("button", { name: "Invite people" }).click();
  await page.getByRole("button", { name: "Import CSV" }).click();
  const dialog = page.getByRole("dialog", { name: /^Import people/ });
  await expect(dialog.getByRole("button", { name: /^Choose a CSV file/ })).toBeFocused();
  await expectAccessible(page);

  const good = Array.from({ length: 300 }, (_, index) => `person${index}@example.com;Member;`);
  const bad = ["nobody;Member;", "boss@example.com;Boss;", "far@example.com;Member;Elsewhere", "PERSON1@example.com;;"];
  await dialog.getByLabel("CSV file with people to invite").setInputFiles(csv([...bad, ...good]));
  await expect(dialog.getByText("300 people of people.csv can be invited. Lines left out: 4.")).toBeVisible();
  await expect(dialog.getByText("Not an e-mail address")).toBeVisible();
  await dialog.getByRole("switch", { name: "Only problems" }).check();
  await expect(dialog.getByText("You see no brand of this name")).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Invite 300 people" }).click();
  await expect(dialog.getByText("300 people have an invitation for 7 days.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save these as CSV" }).click();
  expect((await saving).suggestedFilename()).toBe("not-invited.csv");
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await page.getByRole("searchbox").first().fill("person299");
  await expect(page.getByRole("row").filter({ hasText: "person299@example.com" })).toContainText("Pending");
});
