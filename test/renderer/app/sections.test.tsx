import { configure, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { open, own } from "./opened.tsx";

// Sections are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 });

test("an address below the settings that leads nowhere shows the settings", async () => {
  await open(`/o/${own.id}/settings/nowhere`, { "organization.get": () => own });
  expect(await screen.findByRole("heading", { name: "Settings" })).toBeDefined();
});

test("an address of no section says so and leads to the overview", async () => {
  const { user } = await open(`/o/${own.id}/nowhere`);
  await screen.findByText("There is nothing at this address.");
  await user.click(screen.getByRole("link", { name: "Show the overview" }));
  expect(await screen.findByRole("heading", { name: "Overview" })).toBeDefined();
});

test("an address of no page leads to the organization used last", async () => {
  await open("/nowhere/at/all");
  expect(await screen.findByRole("heading", { name: "Overview" })).toBeDefined();
});
