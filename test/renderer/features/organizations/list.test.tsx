import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { failed } from "#contract/answer.ts";
import { useCreateOrganization } from "#renderer/app/create/opening.ts";
import { pageWith } from "#test/support/fixtures.ts";
import { contoso, northwind, renderOrganizations, vault } from "./renderOrganizations.tsx";

const address = () => screen.getByRole("status", { name: "Address" }).textContent;
const rowOf = (name: string) => screen.findByRole("row", { name: new RegExp(name) });
/** The filter, which stands above the column of the same name. */
const chip = (name: string) => screen.getAllByRole("button", { name })[0] ?? document.body;
const names = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => /Contoso|Northwind|Vault|Old client/.exec(row.textContent)?.[0]);

test("an organization is one row with the person's role, its preset, status and counts", async () => {
  await renderOrganizations();
  const own = (await rowOf("Northwind")).textContent;
  for (const word of ["Owner", "Agency", "Active", "3 of 3", "No seat is free"]) expect(own).toContain(word);
  const other = (await rowOf("Contoso")).textContent;
  for (const word of ["Admin", "1,204", "Social"]) expect(other).toContain(word);
  expect(screen.getByRole("heading", { level: 1, name: "All organizations" }).nextSibling?.textContent).toBe("3");
});

test("a deleted organization says when it goes, in its own zone as on its own screens", async () => {
  const { user } = await renderOrganizations();
  const when = within(await rowOf("Vault")).getByText(/^Deletion on 2098-\u206012-\u206020$/);
  await user.hover(when);
  expect((await screen.findByRole("tooltip")).textContent).toMatch(/^2098-12-20, 09:00:00 (GMT\+13|NZDT)$/);
});

test("counts that the role does not see are not shown, and say why", async () => {
  await renderOrganizations();
  const row = await rowOf("Vault");
  expect(row.textContent).toContain("77");
  expect(row.textContent).not.toMatch(/55|99/);
  expect(within(row).getAllByText("Your role, Member, does not see this").length).toBeGreaterThan(0);
});

test("role, preset and status narrow the list, and the address keeps them", async () => {
  const { user } = await renderOrganizations({ at: "?role=ownerClass" });
  await rowOf("Northwind");
  // Social's Admin is of the owner class.
  expect(names()).toEqual(["Contoso", "Northwind"]);
  expect(screen.getByText("2 of 3")).toBeDefined();
  await user.click(chip("Preset"));
  await user.click(await screen.findByRole("checkbox", { name: "Agency" }));
  await waitFor(() => expect(names()).toEqual(["Northwind"]));
  expect(address()).toBe("/organizations?role=ownerClass&preset=agency");
  await user.click(screen.getByRole("button", { name: "Remove the filter Your role" }));
  await waitFor(() => expect(names()).toEqual(["Northwind", "Vault"]));
});

test("organizations that are gone for good come from their certificates, and only where somebody asks", async () => {
  const { user, bridge } = await renderOrganizations();
  await rowOf("Northwind");
  expect(bridge.inputsOf("deletion.listCertificates")).toEqual([]);
  await user.click(chip("Status"));
  await user.click(await screen.findByRole("radio", { name: "Deleted for good" }));
  expect((await rowOf("Old client")).textContent).toMatch(/Deleted on 1 Oct 2026/);
  screen.getAllByRole("row")[1]?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(address()).toBe("/account/deleted"));
});

test("search looks at names and short names and tells how many are left", async () => {
  const { user } = await renderOrganizations();
  await rowOf("Northwind");
  await user.keyboard("/");
  await user.keyboard("VAUL");
  await waitFor(() => expect(names()).toEqual(["Vault"]));
  expect(screen.getByText("1 of 3")).toBeDefined();
  await user.keyboard("{ArrowDown}{Escape}");
  await waitFor(() => expect(names()).toEqual(["Contoso", "Northwind", "Vault"]));
});

test("a header orders the list, what is not seen last", async () => {
  const { user } = await renderOrganizations();
  await rowOf("Northwind");
  await user.click(within(screen.getByRole("columnheader", { name: /Pending/ })).getByRole("button"));
  await waitFor(() => expect(names()).toEqual(["Contoso", "Northwind", "Vault"]));
  expect(address()).toBe("/organizations?sort=pending");
  await user.click(within(screen.getByRole("columnheader", { name: /Members/ })).getByRole("button"));
  await waitFor(() => expect(names()).toEqual(["Northwind", "Vault", "Contoso"]));
});

test("Enter opens the organization", async () => {
  const { user } = await renderOrganizations();
  await rowOf("Northwind");
  screen.getAllByRole("row")[1]?.focus();
  await user.keyboard("j{Enter}");
  await waitFor(() => expect(address()).toBe(`/o/${northwind.id}`));
});

test("the menu of a row leads to the sections that the role sees there", async () => {
  const { user } = await renderOrganizations();
  await user.click(within(await rowOf("Vault")).getByRole("button", { name: "Actions for this row: Vault" }));
  const menu = await screen.findByRole("menu");
  expect(within(menu).queryByRole("menuitem", { name: "Audit log" })).toBeNull();
  const people = within(menu).getByRole("menuitem", { name: "Show people" });
  expect(people.getAttribute("aria-description")).toMatch(/manage people in none/);
  await user.click(within(menu).getByRole("menuitem", { name: "Team" }));
  await waitFor(() => expect(address()).toBe(`/o/${vault.id}/team`));
});

test("the people of the chosen organizations are shown together, as far as they are managed", async () => {
  const { user } = await renderOrganizations();
  for (const name of ["Contoso", "Northwind", "Vault"])
    await user.click(within(await rowOf(name)).getByRole("checkbox"));
  await user.click(screen.getByRole("button", { name: "Show people" }));
  await waitFor(() => expect(address()).toBe(`/people?organization=${contoso.id}&organization=${northwind.id}`));
});

test("what the table shows is exported in its order, without what the role does not see", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return "blob:organizations";
  });
  const { user } = await renderOrganizations({ at: "?sort=-name&preset=agency" });
  await rowOf("Vault");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Export as CSV" }));
  expect(await screen.findByText("2 organizations are in organizations.csv")).toBeDefined();
  const lines = (await saved[0]?.text())?.trim().split("\r\n") ?? [];
  expect(lines.map((line) => line.split(",").slice(0, 9).join(","))).toEqual([
    "Organization,Short name,Your role,Preset,Status,Deletion,Members,Seat limit,Pending invitations",
    "Vault,vault,Member,Agency,Scheduled for deletion,2098-12-19T20:00:00.000Z,77,,",
    "Northwind,northwind,Owner,Agency,Active,,3,3,4",
  ]);
  vi.restoreAllMocks();
});

test("creating one is the page's button", async () => {
  const { user } = await renderOrganizations();
  await rowOf("Northwind");
  await user.click(screen.getByRole("button", { name: "Create organization" }));
  expect(useCreateOrganization.getState().opened).toBe(true);
  useCreateOrganization.getState().close();
});

test("a failure can be tried again, and nothing at all says so", async () => {
  let up = false;
  const { user } = await renderOrganizations({
    handlers: { "organization.list": () => (up ? pageWith([]) : failed({ kind: "internal", requestId: "r-1" })) },
  });
  expect(await screen.findByText(/r-1/)).toBeDefined();
  up = true;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("You are not a member of any organization.")).toBeDefined();
});
