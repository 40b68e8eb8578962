import { act, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { open, own } from "./opened.tsx";

const progress = { type: "snapshot", kept: "disk", organizations: 5, filled: 3, rows: 0, expected: 0 } as const;

test("the frame tells how far the offline copy is, then what of it fails, with the way to the reasons", async () => {
  const { user, bridge } = await open(`/o/${own.id}/overview`, {
    "offline.get": () => ({
      kept: "disk",
      choice: { organizationIds: null, days: 90, events: 10 },
      organizations: [],
      hindered: [{ id: own.id, why: "full" }],
    }),
  });
  await screen.findByRole("heading", { name: "Overview" });
  act(() => bridge.push({ ...progress, rows: 50, expected: 200, hindered: 2 }));
  expect(await screen.findByText("Offline copy: 3 of 5")).toBeDefined();
  act(() => bridge.push({ ...progress, hindered: 2 }));
  const told = within(await screen.findByLabelText(/2 organizations could not be stored for working offline/));
  await user.click(told.getByRole("link", { name: "Offline copy: 2 failed" }));
  expect(await screen.findByText(/The disk of this computer is nearly full/)).toBeDefined();
  act(() => bridge.push({ ...progress, filled: 5, hindered: 0 }));
  expect(screen.queryByText(/^Offline copy/)).toBeNull();
});

test("with icons alone, what fails is a sign of its own that leads to the reasons", async () => {
  const { user, bridge } = await open(`/o/${own.id}/overview`, {
    "offline.get": () => ({
      kept: "disk",
      choice: { organizationIds: null, days: 90, events: 10 },
      organizations: [],
      hindered: [{ id: own.id, why: "full" }],
    }),
  });
  await screen.findByRole("heading", { name: "Overview" });
  await user.click(screen.getByRole("button", { name: "Collapse sidebar" }));
  expect(screen.queryByRole("link", { name: /^Offline copy/ })).toBeNull();
  act(() => bridge.push({ ...progress, hindered: 2 }));
  await user.click(await screen.findByRole("link", { name: "Offline copy: 2 failed" }));
  expect(await screen.findByText(/The disk of this computer is nearly full/)).toBeDefined();
});
