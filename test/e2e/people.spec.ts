import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { call } from "./support/call.ts";
import { expect, test } from "./support/fixtures.ts";
import { row } from "./support/joining.ts";
import { character, signUp } from "./support/steps.ts";

/** Organizations of one owner into which somebody with an account is invited and comes. */
async function joinAll(owner: Page, guest: Page, email: string, names: readonly string[], role: string) {
  for (const name of names) {
    const { id: organizationId } = await call(owner, "organization.create", { name });
    await call(owner, "invitation.send", { organizationId, emails: [email], role });
  }
  const { items } = await call(guest, "me.listInvitations", {});
  for (const { id: invitationId } of items) await call(guest, "invitation.acceptReceived", { invitationId });
}

const names = Array.from({ length: 39 }, (_, index) => `Client ${String(index + 1).padStart(2, "0")}`);

test("one person leaves 40 organizations: one refuses, is put right and resumed", async ({ server, openDesktop }) => {
  test.setTimeout(180_000);
  const manager = (await openDesktop()).page;
  const leaver = (await openDesktop()).page;
  const mia = character("Mia Manager");
  const dana = character("Dana Departing");
  await signUp(manager, server, mia);
  await signUp(leaver, server, dana);
  await joinAll(manager, leaver, dana.email, names, "member");
  await joinAll(leaver, manager, mia.email, ["Vault"], "admin");

  await manager.getByRole("link", { name: /^People/ }).click();
  await expect(row(manager, dana.name)).toContainText("40 organizations");
  await row(manager, dana.name).click();
  const drawer = manager.getByRole("dialog", { name: "Person" });
  await expect(drawer.getByRole("link", { name: /Vault/ })).toBeVisible();
  await expectAccessible(manager);
  await manager.keyboard.press("Escape");

  await row(manager, dana.name).getByRole("checkbox").check({ force: true });
  await manager.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(manager.getByText("39 to change, 0 unchanged, 1 refused")).toBeVisible();
  await expect(manager.getByText(`${dana.name} in Vault`)).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Apply to 40 organizations" }).click();

  await expect(manager.getByText("1 change failed")).toBeVisible({ timeout: 60_000 });
  await expect(manager.getByText("100% · 40 of 40")).toBeVisible();
  await expect(row(manager, "Vault")).toContainText("Failed");
  await expectAccessible(manager);

  // Vault has one owner, the person who leaves; once somebody else owns it as well, the rest can go on.
  const vault = (await call(leaver, "organization.list", {})).items.find(({ name }) => name === "Vault");
  const organizationId = vault?.id ?? "";
  const { items: members } = await call(leaver, "member.list", { organizationId });
  const memberId = members.find(({ email }) => email === mia.email)?.id ?? "";
  await call(leaver, "member.changeRole", { organizationId, memberId, role: "owner" });

  await manager.getByRole("link", { name: "Plans" }).click();
  await row(manager, `Remove ${dana.name} from 40 organizations`).click();
  await manager.getByRole("button", { name: "Resume 1 change" }).click();
  await expect(manager.getByText("1 change failed")).toBeHidden({ timeout: 30_000 });
  await expect(manager.getByText("40 done")).toBeVisible();

  const saved = manager.waitForEvent("download");
  await manager.getByRole("button", { name: "Report as CSV" }).click();
  const report = await readFile(await (await saved).path(), "utf8");
  const lines = report.trim().split("\r\n");
  expect(lines).toHaveLength(41);
  expect(lines.filter((line) => line.includes(",Removed,"))).toHaveLength(40);
  const left = await call(leaver, "organization.list", {});
  expect(left.items.map(({ name }) => name)).toEqual([expect.stringContaining("Dana Departing")]);
});

test("the people of several organizations are filtered and walked with the keyboard alone", async ({
  server,
  openDesktop,
}) => {
  const manager = (await openDesktop()).page;
  const guest = (await openDesktop()).page;
  const gus = character("Gus Guest");
  await signUp(manager, server, character("Kim Keys"));
  await signUp(guest, server, gus);
  await joinAll(manager, guest, gus.email, ["Alpha Works", "Beta Works"], "member");
  await manager.keyboard.press("g");
  await manager.keyboard.press("e");
  await expect(row(manager, gus.name)).toContainText("2 organizations");
  await manager.keyboard.press("/");
  await manager.keyboard.type("gus");
  await expect(row(manager, "Kim Keys")).toBeHidden();
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("dialog", { name: "Person" })).toContainText("Beta Works");
  await manager.keyboard.press("Escape");
  await manager.getByRole("button", { name: "Organization", exact: true }).press("Enter");
  await expect(manager.getByLabel("Find an organization")).toBeFocused();
  await manager.getByRole("checkbox", { name: "Beta Works" }).press("Space");
  await manager.keyboard.press("Escape");
  await expect(manager.getByRole("columnheader", { name: "Beta Works" })).toBeVisible();
  await expect(manager).toHaveURL(/organization=/);
  await row(manager, gus.name).focus();
  await manager.keyboard.press("x");
  await expect(manager.getByText("1 selected")).toBeVisible();
  await manager.getByRole("button", { name: "Change role" }).press("Enter");
  await manager.getByRole("combobox", { name: "Role", exact: true }).selectOption("Admin");
  await expect(row(manager, "Beta Works")).toContainText("Will change");
  await manager.getByRole("button", { name: "Apply to 1 organization" }).press("Enter");
  await expect(row(manager, "Beta Works")).toContainText("Done");
  await manager.goBack();
  await expect(row(manager, gus.name)).toContainText("Admin");
});
