import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { GetStarted } from "#renderer/features/overview/GetStarted.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organization = anOrganization({ me: { memberId: idOf(1002), role: "member", ends: false } });

async function show(handlers: Handlers = {}) {
  const bridge = fakeBridge({
    "onboarding.get": () => ({ shown: true, done: ["contact"] }),
    "onboarding.mark": () => ({ marked: true }),
    ...handlers,
  });
  return { bridge, ...(await renderWithBridge(<GetStarted organization={organization} />, bridge)) };
}

test("each step leads to its place; looking is noted only where nothing else would tell", async () => {
  const { user, bridge } = await show();
  const list = await screen.findByRole("region", { name: "Get started" });
  expect(within(list).getByText("1 of 4")).toBeDefined();
  const places = within(list)
    .getAllByRole("link")
    .map((link) => link.getAttribute("href"));
  expect(places).toContain(`/o/${idOf(100)}/team/${idOf(1002)}`);
  expect(places).toContain(`/o/${idOf(100)}/workspaces`);
  await user.click(within(list).getByRole("link", { name: /Choose your mails/ }));
  await user.click(within(list).getByRole("link", { name: /Check your time zone/ }));
  await waitFor(() =>
    expect(bridge.inputsOf("onboarding.mark")).toEqual([{ organizationId: idOf(100), what: "timeZone" }]),
  );
});

test("it is put away by keyboard", async () => {
  const { user, bridge } = await show();
  (await screen.findByRole("button", { name: "Put away" })).focus();
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(bridge.inputsOf("onboarding.mark")).toEqual([{ organizationId: idOf(100), what: "dismissed" }]),
  );
});

test("once it is over nothing of it is there", async () => {
  const { bridge } = await show({ "onboarding.get": () => ({ shown: false, done: [] }) });
  await waitFor(() => expect(bridge.inputsOf("onboarding.get")).toHaveLength(1));
  expect(screen.queryByRole("region", { name: "Get started" })).toBeNull();
});
