import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answered, failed } from "#contract/answer.ts";
import { useDepartures } from "#renderer/app/organizations/departures.ts";
import { useRecent } from "#renderer/app/organizations/recent.ts";
import { aTransfer } from "#test/support/changes.ts";
import { aDesktopState, aMember, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { aPlacedReview } from "../features/reviews/reviewsBridge.tsx";
import { client, open, own, switcher } from "./opened.tsx";

test("the address decides which organization is shown, and '/' leads to the own one", async () => {
  await open("/");
  await switcher("Ada's own");
  expect(await screen.findByRole("heading", { name: "Overview" })).toBeDefined();
});

test("a page that is left goes", async () => {
  const { user } = await open(`/o/${own.id}/overview`, { "approval.list": () => ({ items: [] }) });
  await screen.findByRole("heading", { name: "Overview" });
  for (const section of ["Team", "Overview"]) {
    await user.click(within(screen.getByRole("navigation", { name: "Sections" })).getByRole("link", { name: section }));
    await screen.findByRole("heading", { level: 1, name: section });
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
  }
});

test("a drawer over everybody's reviews leaves the page as it is, and gives the keyboard back to its row", async () => {
  const review = aPlacedReview({ status: "applied", finishedAt: null, evidenceDigest: null });
  const { user, bridge } = await open("/reviews/all", {
    "review.listAll": () => pageWith([review]),
    "review.get": () => review,
  });
  const row = await screen.findByRole("row", { name: /Ada Admin/ });
  row.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: "Review" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Review" })).toBeNull());
  expect(document.activeElement).toBe(row);
  expect(bridge.inputsOf("review.listAll")).toHaveLength(1);
});

test("the switcher marks owned, joined and active organizations and switches", async () => {
  const { user, bridge } = await open(`/o/${own.id}/overview`);
  await user.click(await switcher("Ada's own"));
  const list = await screen.findByRole("listbox");
  const mine = within(list).getByRole("option", { name: /Ada's own/ });
  expect(within(mine).getByText("Owner")).toBeDefined();
  expect(within(mine).getByText("Active")).toBeDefined();
  const theirs = within(list).getByRole("option", { name: /Contoso/ });
  expect(within(theirs).getByText("Member")).toBeDefined();
  await user.click(theirs);
  await switcher("Contoso");
  await waitFor(() => expect(bridge.inputsOf("me.update")).toContainEqual({ lastOrganizationId: client.id }));
});

test("the switcher shows what was used last first, and the rest in the order in which it is told", async () => {
  const others = ["Zephyr", "Ångström", "Amber"].map((name, index) => anOrganization({ id: idOf(200 + index), name }));
  useRecent.setState({ ids: [client.id] });
  const { user } = await open(`/o/${client.id}/overview`, {
    "organization.list": () => pageWith([own, ...others, client]),
  });
  await user.click(await switcher("Contoso"));
  const options = within(await screen.findByRole("listbox")).getAllByRole("option");
  const names = options.map((option) => /Contoso|Ada's own|Zephyr|Ångström|Amber/.exec(option.textContent)?.[0]);
  expect(names.filter(Boolean)).toEqual(["Contoso", "Ada's own", "Zephyr", "Ångström", "Amber"]);
});

test("sections that the role may not see are absent, what it may not do is disabled with the reason", async () => {
  await open(`/o/${client.id}/overview`);
  const nav = await screen.findByRole("navigation", { name: "Sections" });
  expect(within(nav).getByRole("link", { name: "Team" })).toBeDefined();
  expect(within(nav).queryByRole("link", { name: "Audit log" })).toBeNull();
  const invite = await screen.findByRole("button", { name: "Invite people" });
  expect(invite.getAttribute("aria-disabled")).toBe("true");
  expect(invite.getAttribute("aria-description")).toMatch(/Your role, Member, cannot invite people/);
});

test("offline with nothing stored here, it says what comes back and that nothing is lost", async () => {
  const offline = () => failed({ kind: "offline" });
  await open("/", { "organization.list": offline });
  expect(await screen.findByText("Nothing is stored on this computer to show offline")).toBeDefined();
  expect(
    screen.getByText(/nothing of them is lost\. It appears here by itself as soon as there is a connection\.$/),
  ).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an organization that the person gave up themselves is left without news of it", async () => {
  useDepartures.getState().expect(client.id);
  const { bridge } = await open(`/o/${client.id}/overview`);
  await switcher("Contoso");
  act(() => bridge.push({ type: "feed", event: { type: "membershipEnded", organizationId: client.id } }));
  await switcher("Ada's own");
  expect(screen.queryByText(/no longer have access/)).toBeNull();
  useDepartures.getState().forget(client.id);
});

test("losing the shown organization moves to the own one and says so", async () => {
  const { bridge } = await open(`/o/${client.id}/overview`);
  await switcher("Contoso");
  act(() => bridge.push({ type: "feed", event: { type: "membershipEnded", organizationId: client.id } }));
  await switcher("Ada's own");
  expect(await screen.findByText("You no longer have access to Contoso")).toBeDefined();
});

test("an owner is told at once that an Admin demoted another", async () => {
  const { bridge } = await open(`/o/${own.id}/overview`);
  await switcher("Ada's own");
  const news = { organizationId: own.id, organizationName: "Ada's own", fromRoleName: "Admin", toRoleName: "Member" };
  act(() =>
    bridge.push({
      type: "feed",
      event: { type: "adminDemoted", ...news, byName: "Adam Admin", memberName: "Ana Admin" },
    }),
  );
  expect(await screen.findByText("Adam Admin made Ana Admin Member in Ada's own")).toBeDefined();
});

test.each([
  ["an organization of somebody else", { kind: "notFound", what: "organization" }],
  ["an address that names none", { kind: "invalid", issues: [] }],
] as const)("%s is left at once", async (_, fault) => {
  await open(`/o/${idOf(999)}/overview`, { "organization.get": () => failed(fault) });
  await switcher("Ada's own");
  expect(await screen.findByText("You are not a member of that organization")).toBeDefined();
});

test("an organization that could not be read is read again", async () => {
  let fails = true;
  const { user } = await open(`/o/${idOf(102)}/overview`, {
    "organization.get": () =>
      fails ? failed({ kind: "internal" }) : anOrganization({ id: idOf(102), name: "Just joined" }),
  });
  const again = await screen.findByRole("button", { name: "Try again" });
  fails = false;
  await user.click(again);
  expect(await switcher("Just joined")).toBeDefined();
});

test("offline shows the age of what is seen and disables commands", async () => {
  const asOf = new Date(Date.now() - 5 * 60_000).toISOString();
  const { bridge, user } = await open(`/o/${own.id}/overview`, {
    "organization.list": () => answered(pageWith([own, client]), { from: "snapshot", asOf, revision: 0 }),
    "organization.get": () => answered(own, { from: "snapshot", asOf, revision: 4211 }),
    "member.list": () => answered(pageWith([aMember()]), { from: "snapshot", asOf, revision: 4211 }),
    "server.tryNow": () => aDesktopState({ connection: "offline" }),
  });
  await switcher("Ada's own");
  act(() => bridge.pushState({ connection: "offline", nextTry: new Date(Date.now() + 60_000).toISOString() }));
  const line = await screen.findByText(/^Offline\. Showing the state of .+, revision 4,211/);
  expect(line.textContent).toMatch(/\(5 minutes ago\)$/);
  const page = await screen.findByText(/^As of .+, revision 4,211$/);
  expect(page.getAttribute("datetime")).toBe(asOf);
  expect(screen.getByText(/^Trying again in (60|59|58|57) s$/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  expect(bridge.inputsOf("server.tryNow")).toHaveLength(1);
  act(() => bridge.pushState({ connection: "offline", nextTry: null }));
  expect(screen.getByRole("button", { name: "Try now" }).getAttribute("aria-disabled")).toBe("true");
  const invite = await screen.findByRole("button", { name: "Invite people" });
  expect(invite.getAttribute("aria-description")).toMatch(/You are offline/);
});

test("a server that is too old is told once, with both versions, and nothing else stops", async () => {
  const { bridge } = await open(`/o/${own.id}/overview`);
  await switcher("Ada's own");
  act(() => bridge.pushState({ versionGap: { older: "server", serverVersion: "0.0.9" } }));
  const line = await screen.findByText(/^This server is older than the desktop/);
  expect(line.parentElement?.textContent).toMatch(/Server 0\.0\.9, desktop 0\.1\.0$/);
  expect(screen.getByRole("button", { name: "Invite people" }).getAttribute("aria-description")).toBeNull();
  act(() => bridge.pushState({ versionGap: null }));
  expect(screen.queryByText(/older than the desktop/)).toBeNull();
});

test("'g i' goes to the invitations and '?' lists the shortcuts", async () => {
  const { user } = await open(`/o/${own.id}/overview`);
  await switcher("Ada's own");
  await user.keyboard("gi");
  expect(await screen.findByRole("heading", { name: "Inbox" })).toBeDefined();
  await user.keyboard("?");
  const list = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  // Not on the cross: the arrows scroll the list.
  const entry = within(list).getByRole("rowheader", { name: "Next row" });
  await waitFor(() => expect(document.activeElement?.contains(entry)).toBe(true));
  expect(list.contains(document.activeElement)).toBe(true);
  await user.keyboard("{Control>}{Shift>}n{/Shift}{/Control}");
  expect(screen.getAllByRole("dialog")).toHaveLength(1);
});

test.each([
  ["the heir", { memberId: idOf(1002), role: "member" }, /Ada Byron asks you to take over Contoso/],
  ["the owner", { memberId: idOf(1001), role: "owner" }, /Dana Whitfield is asked to take over Contoso/],
])("an open offer of ownership is told to %s in a line", async (_who, me, words) => {
  await open(`/o/${client.id}/overview`, {
    "organization.list": () => pageWith([own, { ...client, me: { ...me, ends: false } }]),
    "ownership.get": ({ organizationId }) => ({ transfer: organizationId === client.id ? aTransfer() : null }),
  });
  expect(await screen.findByText(words)).toBeDefined();
});

test("the application's menu leads nowhere from under a dialog, as keys do not", async () => {
  const { bridge, user } = await open(`/o/${own.id}/overview`, { "approval.list": () => ({ items: [] }) });
  await screen.findByRole("heading", { level: 1, name: "Overview" });
  await user.keyboard("?");
  const dialog = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  act(() => bridge.push({ type: "menu", command: "team" }));
  expect(screen.getByText("Overview", { selector: "h1" })).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => bridge.push({ type: "menu", command: "team" }));
  await screen.findByRole("heading", { level: 1, name: "Team" });
});

test("an open offer of ownership is nobody else's business", async () => {
  await open(`/o/${client.id}/overview`, {
    "organization.list": () => pageWith([{ ...client, me: { memberId: idOf(1009), role: "member", ends: false } }]),
    "ownership.get": () => ({ transfer: aTransfer() }),
  });
  await screen.findByRole("heading", { name: "Overview" });
  expect(screen.queryByText(/take over Contoso/)).toBeNull();
});
