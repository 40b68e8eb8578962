import { routes } from "#renderer/features/whoCan/routes.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { screen, waitFor } from "@testing-library/react";
import { useRoutes } from "react-router";
import { expect, test } from "vitest";

const holder = (number: number, name: string) => ({
  organizationId: idOf(100),
  memberId: idOf(number),
  accountId: idOf(number + 500),
  name,
  email: `${number}@example.com`,
  role: "owner",
  lastSeenAt: null,
  through: { role: "Owner", rows: ["Manage subscription"] },
});

const Routes = () => useRoutes(routes);

test("people stand by organization with what gives it to them; more comes on demand", async () => {
  const bridge = fakeBridge({
    "permission.whoCan": ({ cursor }) => ({
      items: cursor === undefined ? [holder(1, "Ada Byron")] : [holder(2, "Olga Petrov")],
      next: cursor === undefined ? "next" : null,
      organizations: [{ id: idOf(100), name: "Northwind", preset: "agency", total: 2 }],
      organizationsTotal: 2,
      leftOut: ["Contoso"],
    }),
  });
  const { user } = await renderWithBridge(<Routes />, bridge);
  expect(await screen.findByText("Ada Byron")).toBeDefined();
  expect(screen.getByText("Owner: Manage subscription")).toBeDefined();
  expect(screen.getByText("2 people")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("Olga Petrov")).toBeDefined();
  expect(screen.getByText(/Left out, because you may not see who is there: Contoso/)).toBeDefined();
  await user.type(screen.getByRole("searchbox", { name: "Search people" }), "ol");
  await waitFor(() =>
    expect(bridge.inputsOf("permission.whoCan").at(-1)).toEqual({ permission: "billing.manage", search: "ol" }),
  );
});
