import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { SwitchPresetDialog } from "#renderer/features/permissions/switching/SwitchPresetDialog.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aChangePreview } from "#test/support/changes.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organization = anOrganization({ owners: 2 });
const use = (role: string, active: number) => ({ role, active, deactivated: 0, removed: 0, invitations: 0 });

async function show(handlers: Handlers = {}) {
  const bridge = fakeBridge({
    "role.listUse": () => ({ items: [use("owner", 2), use("admin", 1), use("member", 9)] }),
    "change.preview": () => aChangePreview(),
    "organization.switchPreset": ({ preset }) => ({ ...organization, preset }),
    ...handlers,
  });
  let closed = 0;
  await renderWithBridge(<SwitchPresetDialog organization={organization} onClose={() => (closed += 1)} />, bridge);
  const dialog = await screen.findByRole("dialog", { name: "Switch the role preset" });
  return { bridge, dialog, user: userEvent.setup(), closed: () => closed };
}

const verb = (dialog: HTMLElement, name: string) => within(dialog).getByRole<HTMLButtonElement>("button", { name });

test("a preset proposes what becomes of each role, and is applied as chosen and previewed", async () => {
  const { user, bridge, dialog, closed } = await show();
  expect(within(dialog).queryByRole("radio", { name: /^Agency/ })).toBeNull();
  expect(verb(dialog, "Switch preset").disabled).toBe(true);
  await user.click(within(dialog).getByRole("radio", { name: /^Publishing/ }));
  const member = await within(dialog).findByRole<HTMLSelectElement>("combobox", { name: "Member" });
  expect(member.value).toBe("member");
  expect(within(dialog).getByText("9 people")).toBeDefined();
  await user.selectOptions(within(dialog).getByRole("combobox", { name: "Admin" }), "Member");
  expect(await within(dialog).findByText(/Switching back will not bring everything back/)).toBeDefined();
  await waitFor(() => expect(verb(dialog, "Switch to Publishing").disabled).toBe(false));
  await user.click(verb(dialog, "Switch to Publishing"));
  await waitFor(() => expect(closed()).toBe(1));
  const roles = { owner: "owner", admin: "member", member: "member" };
  expect(bridge.inputsOf("organization.switchPreset")).toEqual([
    { organizationId: idOf(100), preset: "publishing", roles },
  ]);
  expect(bridge.inputsOf("change.preview").at(-1)).toMatchObject({
    change: { input: { preset: "publishing", roles } },
  });
});

test("a choice that leaves nobody in charge says so and cannot be confirmed", async () => {
  const { user, bridge, dialog } = await show();
  await user.click(within(dialog).getByRole("radio", { name: /^Publishing/ }));
  await user.selectOptions(await within(dialog).findByRole("combobox", { name: "Owner" }), "Member");
  expect(await within(dialog).findByText("Somebody active must be an owner afterwards.")).toBeDefined();
  expect(verb(dialog, "Switch to Publishing").disabled).toBe(true);
  expect(bridge.inputsOf("organization.switchPreset")).toEqual([]);
});

test("what the server refuses is said, and what it does is asked for again", async () => {
  const { user, bridge, dialog, closed } = await show({
    "organization.switchPreset": () => failed({ kind: "conflict", code: "stateMoved" }),
  });
  await user.click(within(dialog).getByRole("radio", { name: /^Social/ }));
  await waitFor(() => expect(verb(dialog, "Switch to Social").disabled).toBe(false));
  const before = bridge.inputsOf("change.preview").length;
  await user.click(verb(dialog, "Switch to Social"));
  await waitFor(() => expect(bridge.inputsOf("change.preview").length).toBeGreaterThan(before));
  expect(closed()).toBe(0);
});
