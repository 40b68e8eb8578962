import { act, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { App } from "#renderer/app/App.tsx";
import { loadSection } from "#renderer/app/sectionModules.ts";
import { sections } from "#renderer/app/sections.ts";
import { toastNews } from "#renderer/ui/toast.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anAccount, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";

configure({ asyncUtilTimeout: 8000 });

const organization = anOrganization();
const handlers: Handlers = {
  "organization.list": () => pageWith([organization]),
  "organization.get": () => organization,
  "me.update": () => anAccount(),
  "approval.received": () => ({ items: [] }),
  "plan.list": () => pageWith([]),
  "ownership.get": () => ({ transfer: null }),
  "ownership.listOffered": () => ({ items: [] }),
  "me.listInvitations": () => ({ items: [] }),
  "lockout.listPending": () => ({ items: [] }),
  "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
};
const industry = async (): Promise<HTMLElement> => await screen.findByRole("textbox", { name: "Industry" });

beforeEach(async () => {
  location.hash = `#/o/${organization.id}/settings`;
  for (const section of sections.filter(({ key }) => key === "settings" || key === "overview"))
    await loadSection(section);
});

test("what one person typed waits for them, and is gone when somebody else signs in", async () => {
  const ada = anAccount();
  const bridge = fakeBridge(handlers);
  render(<App bridge={bridge} />);
  const signOutAndIn = async (account: typeof ada) => {
    act(() => bridge.pushState({ account: null }));
    await screen.findByLabelText("Password");
    act(() => bridge.pushState({ account }));
    await screen.findByRole("heading", { level: 1, name: "Overview" });
    await userEvent.click(screen.getByRole("link", { name: "Settings" }));
  };
  await userEvent.type(await industry(), "Sea");
  act(() => void toastNews("Something about Ada's work"));
  await screen.findByText("Something about Ada's work");
  await signOutAndIn(ada);
  expect(await industry()).toHaveProperty("value", "Sea");
  await waitFor(() => expect(screen.queryByText("Something about Ada's work")).toBeNull());
  await signOutAndIn(anAccount({ id: idOf(2), email: "ben@example.com", name: "Ben" }));
  expect(await industry()).toHaveProperty("value", "");
});
