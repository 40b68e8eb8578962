import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { DesktopEvent } from "#contract/desktop.ts";
import { ExportStrip } from "#renderer/features/audit/ExportStrip.tsx";
import { dismissExport, startExport } from "#renderer/features/audit/exportRuns.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anAccount, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { show } from "./shownLog.tsx";

const accountId = anAccount().id;
const organizationIds = [idOf(100), idOf(101)];

afterEach(() => {
  for (const organizationId of organizationIds) dismissExport({ accountId, organizationId });
});

describe("export", () => {
  const progress = (change: Partial<Extract<DesktopEvent, { type: "auditExport" }>>): DesktopEvent => ({
    type: "auditExport",
    exportId: idOf(7),
    status: "running",
    written: 40,
    total: 100,
    file: null,
    ...change,
  });
  const handlers: Handlers = {
    "auditExport.start": () => ({ moment: null, exportId: idOf(7) }),
    "auditExport.cancel": () => ({ cancelled: true }),
  };
  const start = async (rest = "audit", more: Handlers = {}, connection: "online" | "offline" = "online") => {
    const view = await show(rest, { ...handlers, ...more }, "owner", { connection });
    await view.user.click(await screen.findByRole("button", { name: "Export" }));
    await view.user.click(await screen.findByRole("menuitem", { name: /As CSV/ }));
    return view;
  };

  test("takes the filters, shows progress and gives the file", async () => {
    const { bridge } = await start("audit?q=dana");
    expect(bridge.inputsOf("auditExport.start")).toEqual([{ organizationId: idOf(100), text: "dana", format: "csv" }]);
    act(() => bridge.push(progress({})));
    expect(await screen.findByText("Exporting CSV: 40 of 100 events")).toBeDefined();
    act(() => bridge.push(progress({ status: "done", written: 100, file: "/download/abc" })));
    expect(await screen.findByText("Exported 100 events as CSV")).toBeDefined();
    expect(screen.getByRole("link", { name: "Download file" }).getAttribute("href")).toBe("/download/abc");
  });

  test("can be cancelled", async () => {
    const { bridge, user } = await start();
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(bridge.inputsOf("auditExport.cancel")).toEqual([{ exportId: idOf(7) }]);
    act(() => bridge.push(progress({ status: "cancelled" })));
    expect(await screen.findByText("Export cancelled. No file was kept.")).toBeDefined();
  });

  test("says what went wrong, at the start and on the way", async () => {
    const { bridge } = await start();
    act(() => bridge.push(progress({ status: "failed" })));
    expect((await screen.findByRole("alert")).textContent).toContain("broke off after 40 events");
  });

  test("a refused start carries the fault", async () => {
    await start("audit", { "auditExport.start": () => failed({ kind: "unavailable" }) });
    expect((await screen.findByRole("alert")).textContent).toBe(
      "The export could not start. The server does not answer right now.",
    );
  });

  test("offline the log stays readable and exported, and verification says why not", async () => {
    const moment = { asOf: new Date().toISOString(), revision: 4211, begins: null };
    await start("audit", { "auditExport.start": () => ({ exportId: idOf(9), moment }) }, "offline");
    expect(
      await screen.findByText(/It holds what is kept on this computer and ends at .+, revision 4,211/),
    ).toBeDefined();
    const button = screen.getByRole("button", { name: "Verify now" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.getAttribute("aria-description")).toContain("You are offline");
  });

  test("offline a file says since when it holds events", async () => {
    const moment = { asOf: new Date().toISOString(), revision: 4211, begins: "2026-08-24T09:00:00.000Z" };
    await start("audit", { "auditExport.start": () => ({ exportId: idOf(9), moment }) }, "offline");
    expect(
      await screen.findByText(/It holds events since 2026-\u206008-\u206024 alone and ends at .+, revision 4,211/),
    ).toBeDefined();
  });

  test("an export of one organization is not told as another's, also while both are under way", async () => {
    let started = 0;
    const bridge = fakeBridge({ "auditExport.start": () => ({ moment: null, exportId: idOf(7 + started++) }) });
    await renderWithBridge(
      organizationIds.map((organizationId) => (
        <article key={organizationId} aria-label={organizationId}>
          <ExportStrip organizationId={organizationId} />
        </article>
      )),
      bridge,
    );
    const stripOf = (place: number) => screen.getAllByRole("article")[place]?.textContent;
    await act(async () => {
      for (const organizationId of organizationIds)
        await startExport(bridge, accountId, { organizationId, format: "csv" });
    });
    act(() => bridge.push(progress({ exportId: idOf(7), written: 40 })));
    act(() => bridge.push(progress({ exportId: idOf(8), written: 70 })));
    expect(stripOf(0)).toContain("40 of 100 events");
    expect(stripOf(1)).toContain("70 of 100 events");
    act(() => bridge.push(progress({ exportId: idOf(7), status: "done", written: 100 })));
    expect(stripOf(0)).toContain("Exported 100 events");
    expect(stripOf(1)).toContain("70 of 100 events");
  });
});
