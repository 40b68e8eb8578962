import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { client, open, own, switcher } from "./opened.tsx";

test("the palette finds people and places by keyboard", async () => {
  const { user } = await open(`/o/${own.id}/overview`);
  await switcher("Ada's own");
  await user.keyboard("{Control>}k{/Control}");
  await user.keyboard("dana");
  expect(await screen.findByRole("option", { name: /Dana Whitfield/ })).toBeDefined();
  await user.clear(screen.getByRole("textbox", { name: /Search actions/ }));
  await user.keyboard("contoso{Enter}");
  await switcher("Contoso");
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Command palette" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a refused entry of the palette explains itself by keyboard", async () => {
  const { user, bridge } = await open(`/o/${client.id}/overview`, {
    "permission.explain": () => failed({ kind: "internal" }),
  });
  await switcher("Contoso");
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Command palette" });
  await user.keyboard("invite people");
  await screen.findByRole("option", { name: /Invite people/ });
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("dialog", { name: "Why can't I?" })).toBeDefined();
  expect(bridge.inputsOf("permission.explain")).toMatchObject([
    { question: { kind: "use", permission: "member.invite" } },
  ]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("the palette starts no review while another Orgdesk keeps them", async () => {
  const { user } = await open(`/o/${own.id}/overview`, { "reviews.list": () => ({ kept: "elsewhere", items: [] }) });
  await switcher("Ada's own");
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Command palette" });
  await user.keyboard("start a review");
  const entry = await screen.findByRole("option", { name: /^Start a review/ });
  expect(entry.getAttribute("aria-disabled")).toBe("true");
  expect(entry.textContent).toContain("Another running Orgdesk keeps your reviews.");
  await user.keyboard("{Enter}{Escape}");
  expect(screen.queryByRole("dialog", { name: "Start a review" })).toBeNull();
});
