import { configure, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { App } from "#renderer/app/App.tsx";
import { loadSection } from "#renderer/app/sectionModules.ts";
import { sections } from "#renderer/app/sections.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anOrganization, pageWith } from "#test/support/fixtures.ts";

configure({ asyncUtilTimeout: 8000 });

const organization = anOrganization();
const handlers: Handlers = {
  "organization.list": () => pageWith([organization]),
  "member.list": () => pageWith([aMember({ name: "Dana Whitfield" })]),
  "invitation.list": () => pageWith([]),
  "approval.list": () => ({ items: [] }),
  "approval.received": () => ({ items: [] }),
  "plan.list": () => pageWith([]),
  "ownership.get": () => ({ transfer: null }),
  "ownership.listOffered": () => ({ items: [] }),
  "me.listInvitations": () => ({ items: [] }),
  "lockout.listPending": () => ({ items: [] }),
  "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
};

beforeEach(async () => {
  location.hash = `#/o/${organization.id}/team`;
  for (const section of sections.filter(({ key }) => key === "team" || key === "overview")) await loadSection(section);
});

/** Ends the waiting for React that tests otherwise get: as in a window, what it puts off comes later. */
const asInAWindow = () => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });

test("whoever goes on is there before the next key or click", async () => {
  render(<App bridge={fakeBridge(handlers)} />);
  await screen.findByText("Dana Whitfield");
  const sectionLinks = within(screen.getByRole("navigation", { name: "Sections" }));
  asInAWindow();
  sectionLinks.getByRole("link", { name: "Overview" }).click();
  await Promise.resolve();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Overview");
});
