import { act, screen, waitFor, within } from "@testing-library/react";
import { useNavigate } from "react-router";
import { expect, test } from "vitest";
import type { DueReview } from "#contract/entities/reviewSchedule.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { aWorkspace, idOf, pageWith } from "#test/support/fixtures.ts";
import { aPart, aReview, northwind, renderReviews, reviewDesk, reviewId } from "./reviewsBridge.tsx";

const overdue: DueReview = {
  organizationId: northwind.id,
  organizationName: "Northwind",
  scope: { kind: "all" },
  dueOn: "2026-11-19",
  overdueDays: 2,
};

test("without a review the page says what one is and starts one about whom it counts", async () => {
  const bridge = reviewDesk([], {
    "reviews.list": () => ({ kept: "memory", items: [] }),
    "reviews.estimate": ({ organizationIds }) => ({
      items: organizationIds.map((organizationId) => ({ organizationId, people: 12, asOf: null, fault: null })),
    }),
    "reviews.start": () => aReview(),
  });
  const { user } = await renderReviews(bridge, "/");
  expect(await screen.findByText(/^Review who has access/)).toBeDefined();
  expect(screen.getByText(/^Reviews are lost when Orgdesk closes/)).toBeDefined();
  await user.click(screen.getAllByRole("button", { name: "Start a review" })[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog", { name: "Start a review" }));
  await user.click(dialog.getByRole("radio", { name: /^Admins/ }));
  await user.click(await dialog.findByRole("button", { name: "Review 12 people" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.start")).toEqual([{ organizationIds: [northwind.id], scope: { kind: "admins" } }]),
  );
});

test("a review of one brand finds it among thousands, and says what is still to be chosen", async () => {
  const workspaces = [aWorkspace({ id: idOf(301), name: "Acme" }), aWorkspace({ id: idOf(302), name: "Zenith" })];
  const bridge = reviewDesk([], {
    "reviews.estimate": ({ organizationIds, scope }) => ({
      items: organizationIds.map((organizationId) => ({
        organizationId,
        people: scope.kind === "workspace" ? 3 : 12,
        asOf: null,
        fault: null,
      })),
    }),
    // The first page never holds Zenith.
    "workspace.list": ({ search }) => pageWith(workspaces.filter(({ name }) => name === (search ?? "Acme"))),
    "workspace.get": ({ workspaceId }) => workspaces.find(({ id }) => id === workspaceId) ?? aWorkspace(),
    "reviews.start": () => aReview(),
  });
  const { user } = await renderReviews(bridge, "/");
  await user.click((await screen.findAllByRole("button", { name: "Start a review" }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog", { name: "Start a review" }));
  const reason = () => dialog.getByRole("button", { name: /^Review/ }).getAttribute("aria-description");
  await user.click(dialog.getByRole("radio", { name: /days/ }));
  await user.clear(dialog.getByRole("textbox", { name: "Days" }));
  expect(reason()).toBe("Enter a number of days from 1 to 3,650.");
  await user.click(dialog.getByRole("radio", { name: /^One brand/ }));
  expect(reason()).toBe("Choose a brand first.");
  await user.type(dialog.getByRole("combobox", { name: "Brand" }), "Zenith");
  await user.click(await screen.findByRole("option", { name: "Zenith" }));
  await user.click(await dialog.findByRole("button", { name: "Review 3 people" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.start")).toEqual([
      { organizationIds: [northwind.id], scope: { kind: "workspace", workspaceId: idOf(302) } },
    ]),
  );
});

test("whoever waits for an organization to be read for the first time sees when it is there", async () => {
  let arrived = false;
  const bridge = reviewDesk([], {
    "reviews.list": () => ({ kept: "disk", items: [] }),
    "reviews.estimate": ({ organizationIds }) => ({
      items: organizationIds.map((organizationId) =>
        arrived
          ? { organizationId, people: 12, asOf: "2026-11-20T10:00:00.000Z", fault: null }
          : { organizationId, people: 0, asOf: null, fault: { kind: "unavailable" as const } },
      ),
    }),
  });
  const { user } = await renderReviews(bridge, "/");
  await user.click((await screen.findAllByRole("button", { name: "Start a review" }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog", { name: "Start a review" }));
  expect(await dialog.findByText("Not on this computer yet")).toBeDefined();
  arrived = true;
  act(() =>
    bridge.push({ type: "snapshot", kept: "disk", organizations: 1, filled: 1, rows: 12, expected: 12, hindered: 0 }),
  );
  expect(await dialog.findByRole("button", { name: "Review 12 people" })).toBeDefined();
});

test("reviews stand with where they are, and what is due with the way to begin", async () => {
  const waiting = aReview({ id: idOf(901), parts: [aPart({ stage: "waiting" })] });
  const bridge = reviewDesk([], {
    "reviews.list": () => ({ kept: "disk", items: [aReview(), waiting] }),
    "reviewSchedule.listDue": () => ({ items: [overdue] }),
  });
  await renderReviews(bridge, "/");
  expect((await screen.findAllByText("All members of Northwind")).length).toBe(2);
  expect(screen.getByText("Being decided")).toBeDefined();
  expect(screen.getByText("Waiting for connection")).toBeDefined();
  expect(await screen.findByText("The review of Northwind was due 2 days ago: All members")).toBeDefined();
});

test("without a connection, too, what is due stands with the way to begin", async () => {
  const items: DueReview[] = [{ ...overdue, scope: { kind: "admins" } }];
  const handlers: Handlers = {
    "reviewSchedule.listDue": () => ({ items }),
    "reviews.estimate": ({ organizationIds: [organizationId = ""], scope }) => ({
      items: [{ organizationId, people: scope.kind === "admins" ? 3 : 12, asOf: null, fault: null }],
    }),
  };
  const { user } = await renderReviews(reviewDesk([], handlers, "offline"), "/");
  const due = await screen.findByText("The review of Northwind was due 2 days ago: Admins");
  await user.click(within(due.closest("li") as HTMLElement).getByRole("button"));
  const dialog = within(await screen.findByRole("dialog", { name: "Start a review" }));
  expect(await dialog.findByRole("button", { name: "Review 3 people" })).toBeDefined();
});

function Ways() {
  const navigate = useNavigate();
  return [`/${reviewId}`, "/"].map((to) => (
    <button type="button" key={to} onClick={() => void navigate(to)}>
      go to {to}
    </button>
  ));
}

test("a review that was finished is no longer due, also where the connection was lost before the list was seen again", async () => {
  let items = [overdue];
  const bridge = reviewDesk([], { "reviewSchedule.listDue": () => ({ items }) });
  const { user } = await renderReviews(bridge, "/", <Ways />);
  await screen.findByText("The review of Northwind was due 2 days ago: All members");
  await user.click(screen.getByRole("button", { name: `go to /${reviewId}` }));
  await waitFor(() => expect(screen.queryByText(/was due/)).toBeNull());
  items = [];
  act(() =>
    bridge.push({
      type: "feed",
      event: { type: "changed", organizationId: northwind.id, revision: 9, topics: ["reviews"] },
    }),
  );
  act(() => bridge.pushState({ connection: "offline" }));
  await user.click(screen.getByRole("button", { name: "go to /" }));
  await screen.findByRole("heading", { name: "Reviews" });
  await waitFor(() => expect(screen.queryByText(/was due/)).toBeNull());
  expect(bridge.inputsOf("reviewSchedule.listDue")).toHaveLength(2);
});

test("while another Orgdesk keeps the reviews, none can be started here", async () => {
  const bridge = reviewDesk([], { "reviews.list": () => ({ kept: "elsewhere", items: [] }) });
  await renderReviews(bridge, "/");
  expect(await screen.findByText(/^Another running Orgdesk keeps your reviews/)).toBeDefined();
  const [start] = screen.getAllByRole("button", { name: "Start a review" });
  expect(start?.getAttribute("aria-disabled")).toBe("true");
});
