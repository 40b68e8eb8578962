import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { failed } from "#contract/answer.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { dana, omar, renderPeople, vault } from "./renderPeople.tsx";

const address = () => screen.getByRole("status", { name: "Address" }).textContent;
const rowOf = (name: string) => screen.findByRole("row", { name: new RegExp(name) });

test("a person is one row with their organizations and roles in words", async () => {
  await renderPeople();
  const row = await rowOf("Dana Whitfield");
  expect(row.textContent).toContain("3 organizations");
  expect(row.textContent).toContain("Member in 1, Admin in 1, Owner in 1");
  expect(row.textContent).toContain("never");
  expect((await rowOf("Omar Haddad")).textContent).toContain("Northwind");
  expect(screen.getByRole("heading", { level: 1, name: "People" }).nextSibling?.textContent).toBe("2");
});

test("only the chosen people are exported", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return "blob:people";
  });
  const { user } = await renderPeople();
  await user.click(within(await rowOf("Omar Haddad")).getByRole("checkbox"));
  // The page has a menu of its own; the one of the selection stands below it.
  await user.click(screen.getAllByRole("button", { name: "More actions" }).at(-1) ?? document.body);
  await user.click(await screen.findByRole("menuitem", { name: "Export as CSV" }));
  expect(await screen.findByText("1 membership is in people.csv")).toBeDefined();
  const text = await saved[0]?.text();
  expect(text).toContain("Omar Haddad");
  expect(text).not.toContain("Dana Whitfield");
  vi.restoreAllMocks();
});

test("an organization that is looked at gets a column with the role there", async () => {
  const { bridge } = await renderPeople({ at: `?organization=${idOf(101)}` });
  expect(await screen.findByRole("columnheader", { name: "Contoso" })).toBeDefined();
  expect(within(await rowOf("Dana Whitfield")).getByText("Admin")).toBeDefined();
  expect(within(await rowOf("Omar Haddad")).queryByText("Admin")).toBeNull();
  expect(bridge.inputsOf("people.list")[0]).toEqual({ client: [idOf(101)] });
});

test("an organization that is not the reader's is a filter that shows, and can be taken away", async () => {
  const { user } = await renderPeople({ at: `?organization=${idOf(999)}` });
  await rowOf("Dana Whitfield");
  expect(screen.getByRole("button", { name: "Organization 1 organization" })).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Remove the filter Organization" }));
  await waitFor(() => expect(address()).toBe("/people"));
});

test("every filter of the address reaches the server, and clearing one takes it out again", async () => {
  const { user, bridge } = await renderPeople({
    at: "?q=da&role=ownerClass&status=removed&seen=before30&twoFactor=no&sort=-lastSeenAt",
  });
  await rowOf("Dana Whitfield");
  expect(bridge.inputsOf("people.list")[0]).toMatchObject({
    search: "da",
    role: ["ownerClass"],
    status: ["removed"],
    seen: "before",
    twoFactor: "no",
    sort: "lastSeenAt",
    direction: "descending",
  });
  expect(screen.getByText("Not for 30 days")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Remove the filter Last seen" }));
  await waitFor(() => expect(bridge.inputsOf("people.list").at(-1)).not.toHaveProperty("seen"));
  expect(address()).not.toContain("seen=");
});

test("Enter opens the drawer, whose memberships lead to the member there", async () => {
  const { user } = await renderPeople();
  await rowOf("Dana Whitfield");
  screen.getAllByRole("row")[1]?.focus();
  await user.keyboard("{Enter}");
  const drawer = await screen.findByRole("dialog", { name: "Person" });
  expect(
    within(drawer)
      .getByRole("link", { name: /Contoso.*Last seen .*Admin/ })
      .getAttribute("href"),
  ).toBe(`/o/${idOf(101)}/team/${idOf(1102)}`);
  expect(address()).toContain(`person=${dana.accountId}`);
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(address()).toContain(`person=${omar.accountId}`));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("an address names somebody who is not on the first page, or nobody", async () => {
  const eve = { ...omar, accountId: idOf(77), name: "Eve Later" };
  const handlers: Handlers = {
    "people.list": ({ person }) =>
      pageWith(person === undefined ? [dana, omar] : person === eve.accountId ? [eve] : []),
  };
  const { unmount, bridge } = await renderPeople({ handlers, at: `?person=${eve.accountId}` });
  const drawer = await screen.findByRole("dialog", { name: "Person" });
  expect(await within(drawer).findByText("Eve Later")).toBeDefined();
  expect(bridge.inputsOf("people.list").at(-1)).toEqual({
    person: eve.accountId,
    status: ["active", "deactivated", "removed"],
    limit: 1,
  });
  unmount();
  await renderPeople({ handlers, at: `?person=${idOf(78)}` });
  expect(await screen.findByText("This could not be shown")).toBeDefined();
});

test("what may be done nowhere stays in the bar, says so and explains itself by keyboard", async () => {
  const { user, bridge } = await renderPeople({
    handlers: {
      "people.organizations": () => ({ items: [vault] }),
      "permission.explain": () => failed({ kind: "internal" }),
    },
  });
  await rowOf("Dana Whitfield");
  screen.getAllByRole("row")[1]?.focus();
  await user.keyboard("x");
  const remove = await screen.findByRole("button", { name: "Remove" });
  expect(remove.getAttribute("aria-description")).toMatch(/remove people from none/);
  expect(screen.getByRole("button", { name: "Add to organizations" }).getAttribute("aria-disabled")).toBe("true");
  remove.focus();
  await user.keyboard("{Enter}");
  const why = await screen.findByRole("dialog");
  expect(await within(why).findByText("The rows and people below are those of Vault.")).toBeDefined();
  await waitFor(() =>
    expect(bridge.inputsOf("permission.explain")).toEqual([
      { organizationId: vault.id, question: { kind: "use", permission: "member.remove" } },
    ]),
  );
});

test("a failure can be tried again", async () => {
  let up = false;
  const { user } = await renderPeople({
    handlers: {
      "people.list": () => (up ? pageWith([dana]) : { ok: false, fault: { kind: "internal", requestId: "r-1" } }),
    },
  });
  expect(await screen.findByText(/r-1/)).toBeDefined();
  up = true;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await rowOf("Dana Whitfield");
});

test("the organizations of a person have their logos, in the row and in the drawer", async () => {
  const { user, container } = await renderPeople({
    handlers: {
      "organization.list": () => pageWith([anOrganization({ logo: "c".repeat(64) })]),
      "organization.logo": () => ({ type: "image/webp", base64: "UklGRg==" }),
    },
  });
  await rowOf("Dana Whitfield");
  await waitFor(() => expect(container.querySelectorAll("img")).toHaveLength(2));
  await user.click(screen.getByText("Dana Whitfield"));
  const drawer = await screen.findByRole("dialog", { name: "Person" });
  await waitFor(() => expect(drawer.querySelectorAll("img")).toHaveLength(1));
});
