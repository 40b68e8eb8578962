import { act, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useNavigate } from "react-router";
import { beforeEach, expect, test } from "vitest";
import { answered, type Answer } from "#contract/answer.ts";
import type { CallOutput } from "#contract/bridge.ts";
import { useRecent } from "#renderer/app/organizations/recent.ts";
import { Root } from "#renderer/app/Root.tsx";
import "#renderer/features/team/TeamDialogs.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anAccount, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

// Sections are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const own = anOrganization({ id: idOf(100), name: "Ada's own", personal: true });
const client = anOrganization({
  id: idOf(101),
  name: "Contoso",
  me: { memberId: idOf(1002), role: "member", ends: false },
});
const never = new Promise<never>(() => {});

const handlers: Handlers = {
  "organization.list": () => pageWith([own, client]),
  "me.listInvitations": () => ({ items: [] }),
  "ownership.listOffered": () => ({ items: [] }),
  "lockout.listPending": () => ({ items: [] }),
  "approval.received": () => ({ items: [] }),
  "approval.list": () => ({ items: [] }),
  "ownership.get": () => ({ transfer: null }),
  "me.update": () => anAccount(),
  "plan.list": () => pageWith([]),
  "invitation.list": () => pageWith([]),
  "member.list": async ({ organizationId }) =>
    organizationId === own.id ? pageWith([aMember({ name: "Ada Owner" })]) : await never,
};

// Whoever stays a second somewhere finds it first from then on; on a busy machine that is every switch.
beforeEach(() => useRecent.setState({ ids: [], use: () => undefined }));

const kept = (name: string): CallOutput<"member.list"> => pageWith([aMember({ id: idOf(1003), name })]);

test("switching stays in the section and shows the team that is kept, while the server has not answered", async () => {
  const bridge = fakeBridge(
    handlers,
    {},
    {
      "member.list": ({ organizationId }) =>
        answered(kept(`Kept in ${organizationId === client.id ? "Contoso" : "own"}`), {
          from: "snapshot",
          asOf: client.createdAt,
          revision: client.revision,
        }),
    },
  );
  const { user } = await renderWithBridge(<Root />, bridge, { at: `/o/${own.id}/team` });
  await screen.findByText("Ada Owner");
  await user.click(await screen.findByRole("button", { name: "Ada's own, switch organization" }));
  await user.click(await screen.findByRole("option", { name: /Contoso/ }));
  await screen.findByRole("button", { name: "Contoso, switch organization" });
  await screen.findByText("Kept in Contoso");
  expect(screen.getByRole("heading", { name: "Team" })).toBeDefined();
  expect(bridge.inputsOf("member.list")).toContainEqual(expect.objectContaining({ organizationId: client.id }));
});

test("who may not see the section there comes to the overview", async () => {
  const bridge = fakeBridge({
    ...handlers,
    "auditEvent.verify": async () => await never,
    "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
  });
  const { user } = await renderWithBridge(<Root />, bridge, { at: `/o/${own.id}/audit` });
  await screen.findByRole("heading", { name: "Audit log" });
  await user.click(await screen.findByRole("button", { name: "Ada's own, switch organization" }));
  await user.click(await screen.findByRole("option", { name: /Contoso/ }));
  expect(await screen.findByRole("heading", { name: "Overview" })).toBeDefined();
});

/** Answers that come when the test wants them, by organization, in the order in which they were asked for. */
function delayed() {
  const waiting = new Map<string, ((answer: Answer<CallOutput<"member.list">>) => void)[]>();
  return {
    ask: async ({ organizationId }: { organizationId: string }) =>
      await new Promise<Answer<CallOutput<"member.list">>>((resolve) => {
        waiting.set(organizationId, [...(waiting.get(organizationId) ?? []), resolve]);
      }),
    asked: (organizationId: string) => waiting.get(organizationId)?.length ?? 0,
    come: async (organizationId: string, name: string) => {
      const person = aMember({ id: idOf(organizationId === own.id ? 1003 : 1004), name });
      await act(async () => waiting.get(organizationId)?.forEach((resolve) => resolve(answered(pageWith([person])))));
    },
  };
}

test("quick switches there and back never show one organization's people under the other's name", async () => {
  const server = delayed();
  const wrong: string[] = [];
  const look = () => {
    const shown = document.querySelector("aside button")?.textContent ?? "";
    const people = document.querySelector("[role=grid] tbody")?.textContent ?? "";
    if (shown.startsWith("Ada's own") && people.includes("of Contoso")) wrong.push(`${shown}: ${people}`);
    if (shown.startsWith("Contoso") && people.includes("of Ada")) wrong.push(`${shown}: ${people}`);
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  const bridge = fakeBridge({ ...handlers, "member.list": server.ask });
  const { user } = await renderWithBridge(<Root />, bridge, { at: `/o/${own.id}/team` });
  await waitFor(() => expect(server.asked(own.id)).toBe(1));
  await server.come(own.id, "Person of Ada");
  await screen.findByText("Person of Ada");

  await user.keyboard("{Control>}2{/Control}");
  await screen.findByRole("button", { name: "Contoso, switch organization" });
  expect(screen.queryByText("Person of Ada")).toBeNull();
  await user.keyboard("{Control>}1{/Control}");
  await screen.findByRole("button", { name: "Ada's own, switch organization" });
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByRole("button", { name: "Contoso, switch organization" });
  await server.come(own.id, "Late person of Ada");
  await waitFor(() => expect(server.asked(client.id)).toBeGreaterThan(0));
  await server.come(client.id, "Person of Contoso");
  await screen.findByText("Person of Contoso");
  await user.keyboard("{Control>}1{/Control}");
  await screen.findByText(/erson of Ada/);
  watch.disconnect();
  expect(wrong).toEqual([]);
});

test("another organization's team begins anew: nothing selected, asked or typed, and the keyboard on the first row", async () => {
  const bridge = fakeBridge({
    ...handlers,
    "member.list": ({ organizationId, search }) =>
      search === undefined
        ? pageWith([aMember({ name: organizationId === own.id ? "Ada Owner" : "Cleo" })])
        : pageWith([]),
  });
  const { user } = await renderWithBridge(<Root />, bridge, { at: `/o/${own.id}/team` });
  await screen.findByText("Ada Owner");
  await user.click(within(screen.getByRole("grid")).getByRole("checkbox", { name: /Ada Owner$/ }));
  await screen.findByText(/1 selected/);
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByText("Cleo");
  expect(screen.queryByText(/1 selected/)).toBeNull();
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Cleo"));

  await user.type(await screen.findByRole("searchbox"), "Nobody");
  await user.keyboard("{Control>}1{/Control}");
  await screen.findByText("Ada Owner");
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("");
  expect(screen.queryByText(/1 selected/)).toBeNull();
});

const teamOf = (organizationId: string) =>
  pageWith([organizationId === own.id ? aMember({ name: "Alma" }) : aMember({ id: idOf(1004), name: "Cleo" })]);
const people: Handlers = { ...handlers, "member.list": ({ organizationId }) => teamOf(organizationId) };

test.each([
  ["a row's menu", { name: /^Actions for this row: Alma/ }, "menu"],
  ["the page's menu", { name: "More actions" }, "menu"],
  ["the filter", { name: "Status" }, "dialog"],
] as const)("%s that is open does not stay over another organization's team", async (_, button, role) => {
  const { user } = await renderWithBridge(<Root />, fakeBridge(people), { at: `/o/${own.id}/team` });
  await screen.findByText("Alma");
  // The column of that name has a button as well, which sorts.
  const [opener] = screen.getAllByRole("button", button);
  await user.click(opener ?? document.body);
  await screen.findByRole(role);
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByText("Cleo");
  await waitFor(() => expect(screen.queryByRole(role)).toBeNull());
});

/** As the address bar and its arrows, which no dialog covers. */
function Address() {
  const navigate = useNavigate();
  return (
    <>
      <button onClick={() => void navigate(`/o/${client.id}/team`)}>To Contoso's team</button>
      <button onClick={() => void navigate(-1)}>Back</button>
    </>
  );
}

test("a dialog goes with the organization that it is about, and does not come back with it", async () => {
  const app = (
    <>
      <Address />
      <Root />
    </>
  );
  const bridge = fakeBridge({
    ...people,
    // What is written to a file is read in larger pages, and takes its time here.
    "member.list": async ({ organizationId, limit }) => (limit === 100 ? teamOf(organizationId) : await never),
  });
  const { user } = await renderWithBridge(app, bridge, { at: `/o/${own.id}/team` });
  await screen.findByText("Alma");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Export/ }));
  await screen.findByRole("dialog");
  fireEvent.click(screen.getByText("To Contoso's team"));
  await screen.findByText("Cleo");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByText("Back"));
  await screen.findByText("Alma");
  expect(screen.queryByRole("dialog")).toBeNull();
});
