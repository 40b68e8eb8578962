import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { failed } from "#contract/answer.ts";
import { CreateOrganizationForm } from "#renderer/app/create/CreateOrganizationForm.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { anOrganization } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const form = async (taken = false) => {
  const bridge = fakeBridge({
    "organization.create": ({ name }) =>
      taken ? failed({ kind: "conflict", code: "slugTaken" }) : anOrganization({ name }),
  });
  const done = vi.fn<() => void>();
  const view = await renderWithBridge(<CreateOrganizationForm onDone={done} onCancel={() => {}} />, bridge);
  return { bridge, done, ...view };
};
const submit = () => screen.getByRole("button", { name: "Create organization" });

test("the short name follows the name and is left to the server until it is edited", async () => {
  const { user, bridge, done } = await form();
  await user.type(screen.getByLabelText("Name"), "Société Générale");
  expect(screen.getByLabelText("Short name")).toHaveProperty("value", "societe-generale");
  await user.click(screen.getByRole("radio", { name: /Operations/ }));
  await user.click(submit());
  expect(done).toHaveBeenCalledOnce();
  expect(bridge.inputsOf("organization.create")).toEqual([
    expect.objectContaining({ name: "Société Générale", preset: "operations" }),
  ]);
  expect(bridge.inputsOf("organization.create")[0]).not.toHaveProperty("slug");
});

test("an edited short name is checked and sent; one that is taken is told at its field", async () => {
  const { user, bridge, done } = await form(true);
  await user.type(screen.getByLabelText("Name"), "Contoso");
  const slug = screen.getByLabelText("Short name");
  await user.clear(slug);
  await user.type(slug, "-x");
  await user.click(submit());
  expect(await screen.findByText(/Use 2 to 48/)).toBeDefined();
  expect(bridge.inputsOf("organization.create")).toHaveLength(0);
  await user.clear(slug);
  await user.type(slug, "contoso-two");
  await user.click(submit());
  expect(await screen.findByText(/Another organization uses/)).toBeDefined();
  expect(bridge.inputsOf("organization.create")).toEqual([expect.objectContaining({ slug: "contoso-two" })]);
  expect(done).not.toHaveBeenCalled();
});

test("a name is needed", async () => {
  const { user, bridge } = await form();
  await user.click(submit());
  expect(await screen.findByText("Give the organization a name.")).toBeDefined();
  expect(bridge.inputsOf("organization.create")).toHaveLength(0);
});

test("what is wrong with a field that is folded away is told all the same, and not for longer than it is so", async () => {
  let wrong = true;
  const message = "Give a web address.";
  const issues = [{ path: "website", code: "invalid", message }];
  const bridge = fakeBridge({
    "organization.create": ({ name }) => (wrong ? failed({ kind: "invalid", issues }) : anOrganization({ name })),
  });
  const done = vi.fn<() => void>();
  const { user } = await renderWithBridge(<CreateOrganizationForm onDone={done} onCancel={() => {}} />, bridge);
  await user.type(screen.getByLabelText("Name"), "Contoso");
  await user.click(submit());
  expect((await screen.findByRole("alert")).textContent).toBe(message);
  wrong = false;
  await user.click(submit());
  expect(screen.queryByRole("alert")).toBeNull();
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
});
