import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { address } from "#test/renderer/features/renderSection.tsx";
import { intact, show } from "./shownLog.tsx";

describe("the chain", () => {
  test("says how far it holds, and verifies again on request", async () => {
    const { bridge, user } = await show();
    expect(await screen.findByText("Server checked up to #3 at 09:05")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Verify now" }));
    await waitFor(() => expect(bridge.inputsOf("auditEvent.verify")).toHaveLength(2));
  });

  test("a log that holds, of a database that somebody changed, says so", async () => {
    await show("audit", { "auditEvent.verify": () => ({ ...intact, fromColumns: true }) });
    expect(await screen.findByText(/Somebody changed that database/)).toBeDefined();
    expect(screen.getByText("Server checked up to #3 at 09:05")).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("a broken chain is loud and leads to the first bad event", async () => {
    const { user } = await show("audit", {
      "auditEvent.verify": () => ({ ...intact, intact: false, events: 1, brokenAt: 2, problem: "hash" }),
    });
    expect((await screen.findByRole("alert")).textContent).toContain("Event 2 of the audit log was changed");
    await user.click(screen.getByRole("button", { name: "Show event 2" }));
    expect(address()).toBe("audit/2");
  });
});
