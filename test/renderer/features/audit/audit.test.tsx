import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { answered, failed } from "#contract/answer.ts";
import type { DesktopEvent } from "#contract/desktop.ts";
import { address } from "#test/renderer/features/renderSection.tsx";
import { idOf } from "#test/support/fixtures.ts";
import { event, show } from "./shownLog.tsx";

const grown = (revision: number): DesktopEvent => ({
  type: "feed",
  event: { type: "changed", organizationId: idOf(100), revision, topics: ["members", "audit"] },
});
const numbers = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent?.match(/\d+$/)?.[0]);

describe("the log", () => {
  test("says when in the organization's zone, who, what and to whom", async () => {
    await show();
    const [first] = await screen.findAllByText("Made Admin, was Member");
    const row = first?.closest("tr")?.textContent;
    expect(screen.getByRole("columnheader", { name: "Time (America/New_York)" })).toBeDefined();
    expect(row).toContain("04:00:03");
    expect(row).toContain("Ada Byron");
    expect(row).toContain("Dana");
  });

  test("a role that was deleted since is called as it was then, and asked for only where one is met", async () => {
    const former = event(1, { before: { role: idOf(500), status: "active" } });
    const { bridge, unmount } = await show("audit", {
      "auditEvent.list": () => ({ items: [former], older: null, newer: "after1", total: 1 }),
      "role.listFormer": () => ({ items: [{ key: idOf(500), name: "Brand lead" }] }),
    });
    expect(await screen.findByText("Made Admin, was Brand lead")).toBeDefined();
    expect(bridge.inputsOf("role.listFormer")).toEqual([{ organizationId: idOf(100) }]);
    unmount();
    const other = await show();
    await screen.findAllByText("Made Admin, was Member");
    expect(other.bridge.inputsOf("role.listFormer")).toEqual([]);
  });

  test("a role without the log is told why and asks for nothing", async () => {
    const { bridge } = await show("audit", {}, "member");
    expect(await screen.findByText(/Your role, Member, cannot see the audit log; Owner or Admin can/)).toBeDefined();
    expect(bridge.inputsOf("auditEvent.list")).toHaveLength(0);
  });

  test("filters of the address reach the server, days as the organization counts them", async () => {
    const at = `audit?q=dana&from=2026-11-01&to=2026-11-01&actor=${idOf(1)}&action=member.removed&target=${idOf(1002)}`;
    const { bridge } = await show(at);
    await screen.findByRole("grid");
    expect(bridge.inputsOf("auditEvent.list")[0]).toMatchObject({
      text: "dana",
      from: "2026-11-01T04:00:00.000Z",
      to: "2026-11-02T05:00:00.000Z",
      actorId: idOf(1),
      action: ["member.removed"],
      targetId: idOf(1002),
    });
  });

  test("a row's menu narrows to its actor, in the address", async () => {
    const { user } = await show();
    const [button] = await screen.findAllByRole("button", { name: /Actions for this row/ });
    if (button) await user.click(button);
    await user.click(await screen.findByRole("menuitem", { name: "Only events by Ada Byron" }));
    expect(address()).toBe(`audit?actor=${idOf(1)}`);
    expect(await screen.findByRole("button", { name: "Remove the filter Who" })).toBeDefined();
  });
});

describe("without a connection", () => {
  const asOf = "2026-11-01T14:00:00.000Z";
  const kept = (older: string | null, begins?: string) =>
    answered(
      { items: [event(3), event(2)], older, newer: "after3", total: 3 },
      { from: "snapshot", asOf, revision: 3, ...(begins === undefined ? {} : { begins }) },
    );
  const windowEnd = "Older events need a connection: this computer keeps those since";

  test("the end of what is kept says that older events need one, and since when some are kept", async () => {
    const list = () => kept(null, "2026-08-24T09:00:00.000Z");
    await show("audit", { "auditEvent.list": list }, "owner", { connection: "offline" });
    expect((await screen.findByText(new RegExp(windowEnd))).textContent).toContain("2026-\u206008-\u206024");
  });

  test("not before the end is reached, nor where the whole log is kept", async () => {
    const offline = { connection: "offline" } as const;
    const list = ({ older }: { older?: string | undefined }) =>
      older === undefined ? kept("more", asOf) : new Promise<never>(() => undefined);
    const first = await show("audit", { "auditEvent.list": list }, "owner", offline);
    await screen.findAllByRole("row");
    expect(screen.queryByText(new RegExp(windowEnd))).toBeNull();
    first.unmount();
    await show("audit", { "auditEvent.list": () => kept(null) }, "owner", offline);
    await screen.findAllByRole("row");
    expect(screen.queryByText(new RegExp(windowEnd))).toBeNull();
  });
});

describe("an event older than what this computer keeps", () => {
  const shown = async (first: { revision: number; at: string } | null) => {
    const notKept = () => failed({ kind: "notKept", first });
    await show("audit/900", { "auditEvent.get": notKept }, "owner", { connection: "offline" });
    const drawer = within(await screen.findByRole("dialog", { name: "Event 900" }));
    await drawer.findByText("This event is not on this computer");
    expect(drawer.queryByRole("alert")).toBeNull();
    return drawer.getByRole("status").textContent;
  };

  test("says from which number and day on they are kept, and what to do", async () => {
    const text = await shown({ revision: 4501, at: "2026-08-24T09:00:00.000Z" });
    expect(text).toContain("Events are kept from number 4,501 on, since 2026-\u206008-\u206024.");
    expect(text).toContain("It appears here by itself as soon as there is a connection.");
  });

  test("or that none of this log is kept, as does the empty log", async () => {
    expect(await shown(null)).toContain("No event of this log is kept.");
    const source = { from: "snapshot", asOf: "2026-11-01T14:00:00.000Z", revision: 3 } as const;
    const none = { items: [], older: null, newer: "after3", total: 3 };
    const list = () => answered(none, { ...source, begins: "2026-08-24T09:00:00.000Z" });
    await show("audit", { "auditEvent.list": list }, "owner", { connection: "offline" });
    expect(await screen.findByText("This computer keeps no event of this log.")).toBeDefined();
    expect(screen.queryByText("Nothing has happened yet.")).toBeNull();
  });
});

describe("live arrival", () => {
  test("a new event comes in at the top by one question for what is newer", async () => {
    const { bridge } = await show();
    await screen.findByRole("grid");
    await waitFor(() => expect(numbers()).toEqual(["3", "2", "1"]));
    act(() => bridge.push(grown(4)));
    await waitFor(() => expect(numbers()).toEqual(["4", "3", "2", "1"]));
    expect(bridge.inputsOf("auditEvent.list").slice(1)).toEqual([
      { organizationId: idOf(100), limit: 100, newer: "after3" },
    ]);
    expect(screen.getByText("New")).toBeDefined();
  });

  test("while somebody reads, it waits behind a button", async () => {
    const { bridge, user } = await show();
    await waitFor(() => expect(numbers()).toHaveLength(3));
    act(() => screen.getAllByRole("row")[2]?.focus());
    act(() => bridge.push(grown(4)));
    await user.click(await screen.findByRole("button", { name: "1 new event" }));
    expect(numbers()).toEqual(["4", "3", "2", "1"]);
  });
});

describe("details", () => {
  test("the address names the event; what differs is marked, and the arrows walk the log", async () => {
    const { user } = await show("audit/2");
    const drawer = await screen.findByRole("dialog", { name: "Event 2" });
    expect(within(drawer).getByText("Ada Byron made Dana Admin")).toBeDefined();
    expect(within(drawer).getByText("2026-11-01, 09:00:02 UTC")).toBeDefined();
    expect(within(drawer).getByRole("row", { name: "Role (Changed) Member Admin" })).toBeDefined();
    expect(within(drawer).getByRole("row", { name: "Status active active" })).toBeDefined();
    await user.keyboard("{ArrowDown}");
    expect(address()).toBe("audit/1");
    await user.keyboard("{Escape}");
    expect(address()).toBe("audit");
  });

  test("walking the log leaves nothing to go back through", async () => {
    const { user } = await show();
    await waitFor(() => expect(numbers()).toEqual(["3", "2", "1"]));
    await user.click(screen.getAllByRole("row")[2] ?? document.body);
    await screen.findByRole("dialog", { name: "Event 2" });
    await user.keyboard("{ArrowDown}");
    expect(address()).toBe("audit/1");
    await user.click(screen.getByText("Back in history"));
    expect(address()).toBe("audit");
  });

  test("roles, permissions and presets are told in words, not as they are stored", async () => {
    const switched = event(1, {
      action: "organization.presetSwitched",
      target: { type: "organization", id: idOf(100), name: "Northwind" },
      before: { preset: "agency" },
      after: {
        preset: "publishing",
        roles: { Member: "Member", "Brand lead": "Admin" },
        lost: { "Brand lead": ["report.run"] },
        permissions: ["member.view"],
        chosenWorkspaces: [],
      },
    });
    await show("audit/1", {
      "auditEvent.list": () => ({ items: [switched], older: null, newer: "after1", total: 1 }),
    });
    const drawer = await screen.findByRole("dialog", { name: "Event 1" });
    const values = within(drawer).getByRole("table").textContent;
    expect(values).toContain("AgencyPublishing");
    expect(values).toContain("Member → Member\nBrand lead → Admin");
    expect(values).toContain("Brand lead: run reports");
    expect(values).toContain("see the team");
    expect(values).not.toContain("Chosen brands");
  });

  test("what a schedule of reviews was set to stands in words, without lists that are empty", async () => {
    const scheduled = event(1, {
      action: "review.scheduled",
      target: { type: "organization", id: idOf(100), name: "Northwind" },
      before: null,
      after: { rhythm: "halfYearly", scope: "inactive", reviewers: [], reviewerIds: [] },
    });
    await show("audit/1", {
      "auditEvent.list": () => ({ items: [scheduled], older: null, newer: "after1", total: 1 }),
    });
    const drawer = await screen.findByRole("dialog", { name: "Event 1" });
    const rows = within(drawer)
      .getAllByRole("row")
      .map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual([
      "Rhythm(Changed)Not setEvery half-year",
      "Whose access(Changed)Not setMembers not seen for a while",
    ]);
  });

  test("an event beyond the page is read alone; one that is not there says so", async () => {
    await show("audit/900", { "auditEvent.get": () => failed({ kind: "notFound", what: "auditEvent" }) });
    expect(await screen.findByText("This event could not be loaded")).toBeDefined();
  });
});
