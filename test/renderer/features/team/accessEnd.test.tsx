import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { Member } from "#contract/entities/member.ts";
import { aWorkspaceAccess, idOf, noDetails } from "#test/support/fixtures.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { dana, ready, renderTeam } from "./renderTeam.tsx";

const of = { organizationId: idOf(100), memberId: dana.id };
const day = 86_400_000;

/** The dialog over the drawer of a member, opened as a person opens it. */
async function open(member: Member, handlers: Handlers = {}) {
  const { user, bridge } = await renderTeam({
    at: `/${member.id}`,
    organization: { timeZone: "UTC" },
    handlers: {
      "member.get": () => ({ shared: [], workspaceAccess: aWorkspaceAccess(), ...noDetails, member }),
      "member.setAccessUntil": ({ accessUntil }) => ({ ...member, accessUntil }),
      ...handlers,
    },
  });
  const section = (await screen.findByRole("heading", { name: "Access ends" })).parentElement;
  await user.click(within(section ?? document.body).getByRole("button", { name: "Change" }));
  const dialog = await screen.findByRole("dialog", { name: "Choose until when Dana Whitfield has access" });
  return { user, bridge, dialog };
}

test("a last day ends the access when it is over, with what follows, and Undo takes the end back", async () => {
  const ends: (string | null)[] = [];
  const { user, bridge, dialog } = await open(dana, {
    "member.setAccessUntil": ({ accessUntil }) => {
      ends.push(accessUntil);
      return { ...dana, accessUntil };
    },
  });
  expect(within(dialog).getByRole("button", { name: "Save" })).toHaveProperty("disabled", true);
  const before = Date.now();
  await user.click(within(dialog).getByRole("button", { name: "30 days" }));
  expect(within(dialog).getByText("The seat becomes free then.")).toBeDefined();
  expect(within(dialog).getByText("Dana Whitfield is told a week before.")).toBeDefined();
  await user.click(await ready("Save"));
  expect(await screen.findByText(/Dana Whitfield has access until/)).toBeDefined();
  expect(bridge.inputsOf("member.setAccessUntil")).toEqual([{ ...of, accessUntil: ends[0] }]);
  const until = Date.parse(ends[0] ?? "");
  expect(until % day).toBe(0);
  expect(until).toBeGreaterThan(before + 30 * day);
  expect(until).toBeLessThanOrEqual(Date.now() + 31 * day);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("member.setAccessUntil")[1]).toEqual({ ...of, accessUntil: null }));
});

test("an end is removed", async () => {
  const accessUntil = new Date(Math.ceil(Date.now() / day) * day + 9 * day).toISOString();
  const { user, bridge, dialog } = await open({ ...dana, accessUntil });
  await user.click(within(dialog).getByRole("button", { name: "Remove the end" }));
  await user.click(await ready("Save"));
  expect(await screen.findByText("The access of Dana Whitfield no longer ends")).toBeDefined();
  expect(bridge.inputsOf("member.setAccessUntil")).toEqual([{ ...of, accessUntil: null }]);
});

test("what the server refuses is said, and the choice stays", async () => {
  const { user, dialog } = await open(dana, {
    "member.setAccessUntil": () => failed({ kind: "conflict", code: "stateMoved" }),
  });
  await user.click(within(dialog).getByRole("button", { name: "90 days" }));
  await user.click(await ready("Save"));
  expect(await within(dialog).findByRole("alert")).toBeDefined();
  expect(within(dialog).getByText("The seat becomes free then.")).toBeDefined();
});
