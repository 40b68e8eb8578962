import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ada, dana, omar, ready, renderTeam } from "./renderTeam.tsx";

type User = Awaited<ReturnType<typeof renderTeam>>["user"];

const select = async (user: User, ...names: readonly string[]) => {
  for (const name of names) await user.click(await screen.findByRole("checkbox", { name: `Select row: ${name}` }));
};

test("several lose their access for a while, without the last owner, and get it back by Undo", async () => {
  const { user, bridge } = await renderTeam({
    organization: { owners: 1, me: { memberId: ada.id, role: "owner", ends: false } },
  });
  await select(user, "Ada Byron", "Dana Whitfield", "Omar Haddad");
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  const dialog = await screen.findByRole("dialog", { name: "Deactivate 2 people in Northwind" });
  expect(dialog.textContent).toContain("1 person is left out");
  await user.click(await ready("Deactivate 2 people"));
  expect(await screen.findByText("2 people have no access for now")).toBeDefined();
  const asked = [dana, omar].map(({ id: memberId, organizationId }) => ({ organizationId, memberId }));
  expect(bridge.inputsOf("member.deactivate")).toEqual(asked);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("member.reactivate")).toHaveLength(2));
  expect(await screen.findByText("2 people have access again")).toBeDefined();
});

test("Esc leaves everybody as they are", async () => {
  const { user, bridge } = await renderTeam();
  await select(user, "Dana Whitfield");
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  const dialog = await screen.findByRole("dialog", { name: "Deactivate 1 person in Northwind" });
  expect(within(dialog).getByText(/Roles and places in the team are kept/)).toBeDefined();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(bridge.inputsOf("member.deactivate")).toEqual([]);
});
