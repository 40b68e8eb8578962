import { Button } from "@mantine/core";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { failed } from "#contract/answer.ts";
import type { ActExplanation } from "#contract/entities/explanation.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { ActionMenu } from "#renderer/ui/ActionMenu.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organization = anOrganization({ me: { memberId: idOf(1002), role: "member", ends: false } });
const inviting = { kind: "use", permission: "member.invite" } as const;

const explanation: ActExplanation = {
  memberId: idOf(1002),
  role: "member",
  allowed: false,
  refusal: { code: "missingPermission", permission: "member.invite", roles: ["owner"], grantors: ["owner"] },
  permission: "member.invite",
  rows: [{ key: "invite", label: "Invite team members", allowed: false, note: "Not even guests" }],
  through: null,
  helpers: {
    how: "grant",
    roles: ["owner"],
    people: [
      { memberId: idOf(1001), name: "Ada Byron", role: "owner", lastSeenAt: new Date().toISOString() },
      { memberId: idOf(1003), name: "Omar Haddad", role: "owner", lastSeenAt: null },
    ],
    total: 4,
  },
};

const invite = vi.fn();

const renderButton = (handlers: Handlers, offline = false) =>
  renderWithBridge(
    <Explained organization={organization} act={inviting}>
      <Button onClick={invite}>Invite people</Button>
    </Explained>,
    fakeBridge(handlers, { connection: offline ? "offline" : "online" }),
  );

test("pressing a refused control by keyboard says why, names who could help, and gives the keyboard back", async () => {
  const { user } = await renderButton({ "permission.explain": () => explanation });
  await user.tab();
  await user.keyboard("{Enter}");
  const why = await screen.findByRole("dialog");
  expect(within(why).getByRole("heading", { name: "Why can't I?" })).toBeDefined();
  expect(await within(why).findByText("4 people could give you this")).toBeDefined();
  expect(why.textContent).toContain("Invite team members: not allowed “Not even guests”");
  expect(within(why).getByText("Ada Byron")).toBeDefined();
  expect(why.textContent).toContain("not seen yet");
  expect(why.textContent).toContain("and 2 more");
  expect(why.contains(document.activeElement)).toBe(true);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Invite people" })));
  expect(invite).not.toHaveBeenCalled();
});

test("the message to whoever could help names them, the organization and what it is about", async () => {
  const { user } = await renderButton({ "permission.explain": () => explanation });
  await user.click(screen.getByRole("button", { name: "Invite people" }));
  await user.click(await screen.findByRole("button", { name: "Copy" }));
  await expect(navigator.clipboard.readText()).resolves.toBe(
    "Hello Ada Byron, in Northwind I cannot invite people. Could you help me with that?",
  );
});

test("where nobody can help, that is said", async () => {
  const { user } = await renderButton({ "permission.explain": () => ({ ...explanation, helpers: null }) });
  await user.click(screen.getByRole("button", { name: "Invite people" }));
  expect(await screen.findByText("Nobody here can help with this.")).toBeDefined();
});

test("an explanation that cannot be had is told and asked for again", async () => {
  let broken = true;
  const { user } = await renderButton({
    "permission.explain": () => (broken ? failed({ kind: "internal" }) : explanation),
  });
  await user.click(screen.getByRole("button", { name: "Invite people" }));
  const retry = await screen.findByRole("button", { name: "Try again" });
  broken = false;
  await user.click(retry);
  expect(await screen.findByText("Ada Byron")).toBeDefined();
});

function Menu() {
  const refusal = useRefusal(organization);
  const action = { id: "invite", label: "Invite people", onSelect: invite, ...refusal(inviting) };
  return <ActionMenu actions={[action]} />;
}

test("a refused entry of a menu explains itself by keyboard, in a dialog that outlives the menu", async () => {
  const bridge = fakeBridge({ "permission.explain": () => explanation });
  const { user } = await renderWithBridge(<Menu />, bridge);
  await user.tab();
  await user.keyboard("{Enter}");
  await screen.findByRole("menuitem", { name: "Invite people" });
  await user.keyboard("{ArrowDown}{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Why can't I?" });
  expect(await within(dialog).findByText("Ada Byron")).toBeDefined();
  await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "More actions" })));
  expect(invite).not.toHaveBeenCalled();
  expect(bridge.inputsOf("permission.explain")).toEqual([{ organizationId: organization.id, question: inviting }]);
});
