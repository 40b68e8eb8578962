import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { noDetails, aWorkspaceAccess, idOf, pageWith } from "#test/support/fixtures.ts";
import { dana, omar, renderTeam } from "./renderTeam.tsx";

const now = new Date().toISOString();
const left = { ...dana, status: "removed" as const, removedAt: now, left: true };
const removed = { ...omar, status: "removed" as const, removedAt: now };
const longAgo = {
  ...removed,
  id: idOf(1004),
  name: "Lena Long",
  email: "lena@example.com",
  removedAt: "2026-01-05T10:00:00.000Z",
};

const show = async (at = "?status=removed") =>
  renderTeam({
    at,
    handlers: {
      "member.list": () => pageWith([left, removed, longAgo]),
      "member.get": () => ({ member: left, ...noDetails, workspaceAccess: aWorkspaceAccess(), shared: [] }),
    },
  });

const menuOf = async (user: Awaited<ReturnType<typeof show>>["user"], name: string) => {
  const row = (await screen.findAllByRole("row")).find(({ textContent }) => textContent?.includes(name));
  await user.click(within(row ?? document.body).getByRole("button", { name: /^Actions for this row/ }));
  const items = await screen.findAllByRole("menuitem");
  return items.map(({ textContent }) => textContent);
};

const addresses = async () => {
  const dialog = await screen.findByRole("dialog", { name: "Invite people to Northwind" });
  return within(dialog).getByLabelText<HTMLTextAreaElement>(/E-mail addresses/).value;
};

test("who left, or was removed too long ago, is invited again; who was removed lately is brought back", async () => {
  const { user } = await show();
  expect((await screen.findByText("Left")).closest("tr")?.textContent).toContain("Dana Whitfield");
  expect(await menuOf(user, "Omar Haddad")).toContain("Bring back");
  await user.keyboard("{Escape}");
  expect(await menuOf(user, "Lena Long")).toContain("Invite again");
  await user.keyboard("{Escape}");
  const acts = await menuOf(user, "Dana Whitfield");
  expect(acts).toContain("Invite again");
  expect(acts).not.toContain("Bring back");
  await user.click(screen.getByRole("menuitem", { name: "Invite again" }));
  expect(await addresses()).toBe("dana@example.com");
});

test("the drawer offers the same", async () => {
  const { user } = await show(`/${dana.id}?status=removed`);
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  await user.click(await within(drawer).findByRole("button", { name: "Invite again" }));
  expect(await addresses()).toBe("dana@example.com");
});

test("several are invited again beside what was begun", async () => {
  const { user } = await show();
  await user.click(await screen.findByRole("button", { name: "Invite people" }));
  const field = await screen.findByLabelText(/E-mail addresses/);
  await user.clear(field);
  await user.type(field, "new@example.com");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  for (const name of ["Dana Whitfield", "Omar Haddad", "Lena Long"]) {
    await user.click(await screen.findByRole("checkbox", { name: `Select row: ${name}` }));
  }
  await user.click(screen.getByRole("button", { name: "Invite again" }));
  expect(await addresses()).toBe("new@example.com\ndana@example.com\nlena@example.com");
});
