import { configure, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { answered } from "#contract/answer.ts";
import type { CallOutput } from "#contract/bridge.ts";
import { useRecent } from "#renderer/app/organizations/recent.ts";
import { Root } from "#renderer/app/Root.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anAccount, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

// Sections are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const own = anOrganization({ id: idOf(100), name: "Ada's own", personal: true });
const client = anOrganization({ id: idOf(101), name: "Contoso", me: { memberId: idOf(1002), role: "member" } });
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

beforeEach(() => useRecent.setState({ ids: [] }));

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
