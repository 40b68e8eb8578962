import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { UndoButton } from "#renderer/app/preview/UndoButton.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aChangePreview } from "#test/support/changes.ts";
import { aMember, anAuditEvent, anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organization = anOrganization();
const target = { type: "member", id: idOf(1002), name: "Dana Whitfield" } as const;
const promoted = anAuditEvent({
  revision: 7,
  action: "member.roleChanged",
  target,
  before: { role: "member" },
  after: { role: "admin" },
});
const change = { operation: "member.changeRole", input: { memberId: target.id, role: "member" } };
const demotion = aChangePreview({
  peopleTotal: 1,
  people: [
    {
      memberId: target.id,
      name: target.name,
      email: "dana@example.com",
      before: { role: "admin", status: "active" },
      after: { role: "member", status: "active" },
      gained: [],
      lost: ["member.invite"],
      workspacesGained: [],
      workspacesLost: [],
      workspacesGainedTotal: 0,
      workspacesLostTotal: 0,
      sessions: 0,
    },
  ],
});

const handlers: Handlers = {
  "change.inverse": () => ({ change, why: null }),
  "change.preview": () => demotion,
  "member.changeRole": () => aMember({ id: target.id }),
};

async function renderUndo(more: Handlers = {}, event = promoted) {
  const bridge = fakeBridge({ ...handlers, ...more });
  const node = <UndoButton organization={organization} event={event} sentence="Ada Byron made Dana Whitfield Admin" />;
  return { ...(await renderWithBridge(node, bridge)), bridge };
}

const verb = () => within(screen.getByRole("dialog")).getByRole("button", { name: "Undo" });

test("undoing by keyboard tells what it does now, and runs the inverse with the basis of that", async () => {
  const { user, bridge } = await renderUndo();
  await user.tab();
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Undo this change" });
  expect(dialog.textContent).toContain("Ada Byron made Dana Whitfield Admin");
  expect(await within(dialog).findByText("Dana Whitfield: Admin → Member")).toBeDefined();
  expect(dialog.textContent).toContain("Can no longer invite people");
  await waitFor(() => expect(verb()).toHaveProperty("disabled", false));
  verb().focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText("The change was taken back")).toBeDefined();
  expect(bridge.calls.filter(({ name }) => name === "member.changeRole")).toMatchObject([
    { input: { organizationId: organization.id, memberId: target.id, role: "member" }, basis: demotion.basis },
  ]);
});

test("what the rules refuse by now is told, and cannot be confirmed", async () => {
  const fault = { kind: "forbidden", refusal: { code: "lastOwner" } } as const;
  const { user } = await renderUndo({
    "change.preview": () => aChangePreview({ verdict: { allowed: false, fault } }),
  });
  await user.click(screen.getByRole("button", { name: "Undo…" }));
  expect(await screen.findByText(/This cannot be done now/)).toBeDefined();
  expect(verb()).toHaveProperty("disabled", true);
});

test("a state that moved is told with what undoing does then", async () => {
  let basis = "a".repeat(64);
  let refused = false;
  const { user, bridge } = await renderUndo({
    "change.preview": () => ({ ...demotion, basis }),
    "member.changeRole": ({ memberId }) => {
      if (refused) return aMember({ id: memberId });
      refused = true;
      return failed({ kind: "conflict", code: "stateMoved" });
    },
  });
  await user.click(screen.getByRole("button", { name: "Undo…" }));
  await screen.findByText("Dana Whitfield: Admin → Member");
  await waitFor(() => expect(verb()).toHaveProperty("disabled", false));
  basis = "b".repeat(64);
  await user.click(verb());
  expect(await screen.findByText("This is what it does now.")).toBeDefined();
  await waitFor(() => expect(verb()).toHaveProperty("disabled", false));
  await user.click(verb());
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(bridge.calls.filter(({ name }) => name === "member.changeRole").map((call) => call.basis)).toEqual([
    "a".repeat(64),
    "b".repeat(64),
  ]);
});

test("what once was chosen and is gone is told instead of a preview", async () => {
  const { user, bridge } = await renderUndo({ "change.inverse": () => ({ change: null, why: "workspaceGone" }) });
  await user.click(screen.getByRole("button", { name: "Undo…" }));
  expect(await screen.findByText(/has been deleted since/)).toBeDefined();
  expect(verb()).toHaveProperty("disabled", true);
  expect(bridge.inputsOf("change.preview")).toEqual([]);
});

test("an event that cannot be taken back says why and opens nothing", async () => {
  const sent = anAuditEvent({ action: "invitation.resent", target: { ...target, type: "invitation" } });
  const { user, bridge } = await renderUndo({}, sent);
  const button = screen.getByRole("button", { name: "Undo…" });
  await user.tab();
  expect((await screen.findByRole("tooltip")).textContent).toBe("The mail has been sent, so this cannot be undone.");
  await user.click(button);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(bridge.inputsOf("change.inverse")).toEqual([]);
});
