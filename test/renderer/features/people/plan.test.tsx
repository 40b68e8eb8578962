import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf } from "#test/support/fixtures.ts";
import { aPlan, byOrganization, dana, omar, renderPeople } from "./renderPeople.tsx";

const address = () => screen.getByRole("status", { name: "Address" }).textContent;
const rowOf = (name: string) => screen.findByRole("row", { name: new RegExp(name) });

async function chooseFor(action: string, people: readonly string[], at = "") {
  const view = await renderPeople({ at });
  for (const person of people) await view.user.click(within(await rowOf(person)).getByRole("checkbox"));
  await view.user.click(screen.getByRole("button", { name: action }));
  return view;
}

test("removing from everywhere is judged first; what is refused is named and left out; the rest is applied", async () => {
  const { user, bridge } = await chooseFor("Remove", [dana.name]);
  expect(await screen.findByRole("heading", { name: "Remove Dana Whitfield from organizations" })).toBeDefined();
  expect((await rowOf("Contoso")).textContent).toContain("Will be removed");
  expect((await rowOf("Contoso")).textContent).toContain("3 → 2");
  expect((await rowOf("Vault")).textContent).toContain("Refused");
  expect(screen.getByText("Dana Whitfield in Vault")).toBeDefined();
  expect(screen.getAllByText(/needs at least one owner/).length).toBeGreaterThan(0);
  expect(screen.getByText("2 to change, 0 unchanged, 1 refused")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Leave out 1 organization" }));
  await user.click(screen.getByRole("button", { name: "Apply to 2 organizations" }));
  await waitFor(() => expect(address()).toBe(`/people/plans/${aPlan().id}`));
  expect(bridge.inputsOf("plan.start")).toEqual([
    {
      change: { kind: "remove" },
      targets: [idOf(101), idOf(100)].map((organizationId) => ({
        organizationId,
        accountIds: [dana.accountId],
        emails: [],
      })),
    },
  ]);
});

test("adding starts with nothing chosen, offers the least role, and one organization may differ", async () => {
  const { user, bridge } = await chooseFor("Add to organizations", [dana.name, omar.name]);
  const apply = () => screen.getByRole("button", { name: /^Apply/ });
  await rowOf("Contoso");
  expect(apply().textContent).toBe("Apply");
  expect(apply().getAttribute("aria-description")).toBe("Choose an organization first.");
  expect(screen.queryByRole("row", { name: /Vault/ })).toBeNull();
  await user.click(await screen.findByRole("checkbox", { name: "Include Contoso" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Role in Contoso" }), "Admin");
  await user.type(screen.getByRole("textbox", { name: /Message/ }), "Welcome");
  await waitFor(() => expect(apply().getAttribute("aria-disabled")).toBeNull());
  await user.click(apply());
  await waitFor(() => expect(bridge.inputsOf("plan.start")).toHaveLength(1));
  expect(bridge.inputsOf("plan.start")[0]).toMatchObject({
    change: {
      kind: "add",
      message: "Welcome",
      roles: { byPreset: { agency: "member" }, byOrganization: { [idOf(101)]: "admin" } },
    },
    targets: [{ organizationId: idOf(101), accountIds: [dana.accountId, omar.accountId] }],
  });
});

test("somebody who is in none of the organizations is added by address", async () => {
  const { user, bridge } = await renderPeople();
  await rowOf(dana.name);
  await user.click(screen.getByRole("button", { name: "Add by address" }));
  const field = await screen.findByRole("textbox", { name: "E-mail addresses" });
  const apply = () => screen.getByRole("button", { name: /^Apply to/ });
  await user.click(await screen.findByRole("checkbox", { name: "Include Contoso" }));
  expect(apply().getAttribute("aria-description")).toBe("Name somebody first.");
  expect(bridge.inputsOf("plan.preview")).toEqual([]);
  await user.type(field, "new@example.com, nobody");
  expect(await screen.findByText("Not an e-mail address: nobody")).toBeDefined();
  await user.clear(field);
  await user.type(field, "new@example.com, New@example.com, other@example.com");
  expect(await screen.findByRole("heading", { name: "Add 2 people to organizations" })).toBeDefined();
  await waitFor(() => expect(apply().getAttribute("aria-disabled")).toBeNull());
  await user.click(apply());
  await waitFor(() => expect(bridge.inputsOf("plan.start")).toHaveLength(1));
  expect(bridge.inputsOf("plan.start")[0]).toMatchObject({
    change: { kind: "add" },
    targets: [{ organizationId: idOf(101), accountIds: [], emails: ["new@example.com", "other@example.com"] }],
  });
});

test("a plan about one person is called by them", async () => {
  await renderPeople({ at: `/plans/${aPlan().id}` });
  expect(await screen.findByRole("heading", { name: "Remove Dana Whitfield from 3 organizations" })).toBeDefined();
});

test("the organizations that were looked at are those of the plan", async () => {
  await chooseFor("Deactivate", [dana.name], `?organization=${idOf(101)}`);
  expect(await screen.findByRole("button", { name: "Apply to 1 organization" })).toBeDefined();
  expect(screen.getByRole("checkbox", { name: "Include Contoso" })).toHaveProperty("checked", true);
  expect(screen.getByRole("checkbox", { name: "Include Northwind" })).toHaveProperty("checked", false);
});

test("a plan says what failed and why, and resumes just that", async () => {
  const { user, bridge } = await renderPeople({ at: `/plans/${aPlan().id}` });
  expect(await screen.findByText("1 change failed")).toBeDefined();
  expect(await screen.findByText("Dana Whitfield in Vault")).toBeDefined();
  expect(screen.getByText(/needs at least one owner/)).toBeDefined();
  expect(screen.getByText("100% · 3 of 3")).toBeDefined();
  expect((await rowOf("Vault")).textContent).toContain("Failed");
  await user.click(screen.getByRole("button", { name: "Resume 1 change" }));
  expect(bridge.inputsOf("plan.resume")).toEqual([{ planId: aPlan().id }]);
});

test("a running plan shows how far it is and is stopped", async () => {
  const running = aPlan({ status: "running", counts: { ...aPlan().counts, failed: 0, done: 1, waiting: 2 } });
  const { user, bridge } = await renderPeople({
    at: `/plans/${running.id}`,
    handlers: { "plan.get": () => ({ ...running, byOrganization }) },
  });
  expect(await screen.findByText("33% · 1 of 3")).toBeDefined();
  expect(screen.getByText("It goes on when you leave this page.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(bridge.inputsOf("plan.cancel")).toEqual([{ planId: running.id }]);
});

test("an organization of a plan opens with what became of everybody there", async () => {
  const { user } = await renderPeople({ at: `/plans/${aPlan().id}` });
  await user.click(await rowOf("Vault"));
  const drawer = await screen.findByRole("dialog", { name: "Organization" });
  expect(await within(drawer).findByText(/Failed\. An organization needs at least one owner/)).toBeDefined();
});

test("plans are listed with what failed", async () => {
  await renderPeople({ at: "/plans" });
  expect((await rowOf("Remove Dana Whitfield from 3 organizations")).textContent).toContain("1 failed");
});

test("without anybody chosen there is no plan to make; the page says so and leads to the people", async () => {
  const { user } = await renderPeople({ at: "/plans/new" });
  expect(await screen.findByText(/nobody is chosen here/)).toBeDefined();
  expect(address()).toBe("/people/plans/new");
  await user.click(screen.getByRole("link", { name: "Choose people" }));
  await waitFor(() => expect(address()).toBe("/people"));
});
