import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aMember, idOf, pageWith } from "#test/support/fixtures.ts";
import { ada, grace, renderTeam } from "./renderTeam.tsx";

const rows = () => screen.getAllByRole("row").slice(1);
const address = () => screen.getByRole("status", { name: "Address" }).textContent;

test("pending invitations come first with a badge and their end, then the members", async () => {
  await renderTeam();
  await screen.findByText("Dana Whitfield");
  const [invited, own, , omar] = rows();
  expect(within(invited!).getByText("grace@example.com")).toBeDefined();
  expect(within(invited!).getByText("Pending")).toBeDefined();
  expect(invited?.textContent).toContain("expires in 3 days");
  expect(invited?.textContent).not.toContain("Ada Byron");
  expect(within(own!).getByText("You")).toBeDefined();
  expect(within(own!).getByText("Owner")).toBeDefined();
  expect(within(omar!).getByText("never")).toBeDefined();
  expect(screen.getByRole("heading", { name: "Team" }).nextSibling?.textContent).toBe("4");
});

test("who may not invite never asks for invitations and sees the members", async () => {
  const { bridge } = await renderTeam({ organization: { me: { memberId: ada.id, role: "member", ends: false } } });
  expect(await screen.findAllByText("Dana Whitfield")).toHaveLength(1);
  expect(bridge.inputsOf("invitation.list")).toEqual([]);
  const invite = screen.getByRole("button", { name: "Invite people" });
  expect(invite.getAttribute("aria-disabled")).toBe("true");
  expect(invite.getAttribute("aria-description")).toContain("Member");
});

test("filters and order of the address reach the server", async () => {
  const { bridge } = await renderTeam({ at: "?q=dan&role=admin&role=member&status=members&sort=-lastSeenAt" });
  await screen.findByText("Dana Whitfield");
  expect(bridge.inputsOf("member.list")[0]).toMatchObject({
    search: "dan",
    role: ["admin", "member"],
    status: "active",
    sort: "lastSeenAt",
    direction: "descending",
  });
  expect(bridge.inputsOf("invitation.list")).toEqual([]);
  expect(screen.getByRole("searchbox")).toHaveProperty("value", "dan");
  expect(screen.getByText("Admin, Member")).toBeDefined();
});

test("a filter and a search typed right after it both stay in the address", async () => {
  const { user, bridge } = await renderTeam();
  await screen.findByText("Dana Whitfield");
  await user.click(screen.getAllByRole("button", { name: "Role" })[0]!);
  await user.click(await screen.findByRole("checkbox", { name: "Admin" }));
  await user.keyboard("{Escape}");
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "o" } });
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "om" } });
  await waitFor(() => expect(address()).toContain("q=om"));
  expect(address()).toContain("role=admin");
  await waitFor(() => expect(bridge.inputsOf("member.list").at(-1)).toMatchObject({ search: "om", role: ["admin"] }));
  const searches = bridge.inputsOf("member.list").filter((input) => JSON.stringify(input).includes('"search":"o"'));
  expect(searches).toEqual([]);
});

test("the count says how many of all the filters leave", async () => {
  await renderTeam({
    at: "?q=dan&status=members",
    organization: { memberCount: 1203 },
    handlers: {
      "member.list": () => ({ items: [aMember({ name: "Dan" })], next: null, total: 1203, matching: 42 }),
    },
  });
  expect(await screen.findByText("42 of 1,204")).toBeDefined();
});

test("by name, each invitation stands where its address belongs", async () => {
  await renderTeam({ at: "?sort=name" });
  await screen.findByText("Dana Whitfield");
  await waitFor(() => expect(rows()).toHaveLength(4));
  expect(rows().map((row) => row.textContent?.match(/Ada B|Dana|grace|Omar/)?.[0])).toEqual([
    "Ada B",
    "Dana",
    "grace",
    "Omar",
  ]);
});

test("further pages are asked for by the cursor of the last", async () => {
  const page = (from: number, next: string | null) => ({
    items: Array.from({ length: 100 }, (_, index) =>
      aMember({ id: idOf(from + index), name: `Person ${from + index}` }),
    ),
    next,
    total: 200,
    matching: 200,
  });
  const { user, bridge } = await renderTeam({
    handlers: {
      "invitation.list": () => pageWith([]),
      "member.list": ({ cursor }) => (cursor === "second" ? page(6000, null) : page(5000, "second")),
    },
  });
  await screen.findByText("Person 5000");
  rows()[0]?.focus();
  await user.keyboard("{End}");
  await waitFor(() => expect(bridge.inputsOf("member.list").at(-1)).toMatchObject({ cursor: "second" }));
  await waitFor(() => expect(screen.getByRole("grid").getAttribute("aria-rowcount")).not.toBe("-1"));
});

test("a fault is said with its request id and can be tried again", async () => {
  let broken = true;
  const { user } = await renderTeam({
    handlers: { "member.list": () => (broken ? failed({ kind: "internal", requestId: "req-7" }) : pageWith([ada])) },
  });
  expect(await screen.findByText(/req-7/)).toBeDefined();
  broken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Ada Byron")).toBeDefined();
});

test("a page of invitations that cannot be read is not asked for over and over", async () => {
  let asked = 0;
  const { user } = await renderTeam({
    at: "?role=member",
    handlers: {
      "invitation.list": ({ cursor }) => {
        if (cursor === undefined) return { ...pageWith([grace]), next: "more" };
        asked += 1;
        return asked < 20 ? failed({ kind: "internal" }) : pageWith([]);
      },
    },
  });
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(asked).toBe(1);
  await user.click(again);
  await waitFor(() => expect(asked).toBe(2));
});
