import { configure, render, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { answered, type Source } from "#contract/answer.ts";
import { App } from "#renderer/app/App.tsx";
import { loadSection } from "#renderer/app/sectionModules.ts";
import { sections } from "#renderer/app/sections.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anOrganization, pageWith } from "#test/support/fixtures.ts";

// Sections are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const organization = anOrganization();
const kept: Source = { from: "snapshot", asOf: organization.createdAt, revision: organization.revision };
const never = new Promise<never>(() => {});

/** A server that does not answer. */
const silent: Handlers = {
  "organization.list": async () => await never,
  "member.list": async () => await never,
  "invitation.list": async () => await never,
  "approval.list": async () => await never,
  "plan.list": async () => await never,
  "ownership.get": async () => await never,
  "me.listInvitations": async () => await never,
  "ownership.listOffered": async () => await never,
  "approval.received": async () => await never,
  "lockout.listPending": async () => await never,
};

beforeEach(() => {
  location.hash = `#/o/${organization.id}/team`;
});

test("the application is first drawn with what its address shows and this computer keeps", async () => {
  const bridge = fakeBridge(
    silent,
    {},
    {
      "organization.list": () => answered(pageWith([organization]), kept),
      "member.list": () => answered(pageWith([aMember({ name: "Kept Person" })]), kept),
      "invitation.list": () => answered(pageWith([]), kept),
    },
  );
  const team = sections.find(({ key }) => key === "team");
  // Here it would be compiled first.
  if (team) await loadSection(team);
  render(<App bridge={bridge} />);
  await screen.findByRole("navigation");
  expect(screen.getByText("Kept Person")).toBeDefined();
});

test("what the snapshot keeps to itself holds the application up for a moment only", async () => {
  const bridge = fakeBridge(silent, {}, { "organization.list": async () => await never });
  render(<App bridge={bridge} />);
  expect(await screen.findByRole("navigation")).toBeDefined();
});

test("an address of nobody's organization reads nothing of it", async () => {
  const bridge = fakeBridge(
    { ...silent, "organization.get": async () => await never },
    {},
    {
      "organization.list": () => answered(pageWith([]), kept),
      "member.list": () => answered(pageWith([aMember({ name: "Kept Person" })]), kept),
    },
  );
  render(<App bridge={bridge} />);
  await screen.findByRole("navigation");
  expect(screen.queryByText("Kept Person")).toBeNull();
});
