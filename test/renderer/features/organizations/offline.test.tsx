import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answered } from "#contract/answer.ts";
import { Root } from "#renderer/app/Root.tsx";
import { handlers } from "#test/renderer/pseudo/answers.ts";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { contoso, northwind } from "./renderOrganizations.tsx";

test("without a connection the list is the kept one and says how old, and nothing can be created", async () => {
  const asOf = new Date(Date.now() - 5 * 60_000).toISOString();
  const kept = answered(pageWith([contoso, northwind]), { from: "snapshot", asOf, revision: 0 });
  const bridge = fakeBridge({ ...handlers, "organization.list": () => kept }, { connection: "offline" });
  await renderWithBridge(<Root />, bridge, { at: "/organizations" });
  await screen.findByRole("row", { name: /Contoso/ });
  expect((await screen.findByText(/^As of /)).getAttribute("datetime")).toBe(asOf);
  expect(await screen.findByText(/^Offline\./)).toBeDefined();
  const page = within(screen.getByRole("main"));
  const create = page.getByRole("button", { name: "Create organization" });
  expect(create.getAttribute("aria-disabled")).toBe("true");
  expect(create.getAttribute("aria-description")).toMatch(/You are offline/);
});
