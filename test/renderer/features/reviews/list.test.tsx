import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf } from "#test/support/fixtures.ts";
import { aPart, aReview, northwind, renderReviews, reviewDesk } from "./reviewsBridge.tsx";

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

test("reviews stand with where they are, and what is due with the way to begin", async () => {
  const waiting = aReview({ id: idOf(901), parts: [aPart({ stage: "waiting" })] });
  const bridge = reviewDesk([], {
    "reviews.list": () => ({ kept: "disk", items: [aReview(), waiting] }),
    "reviewSchedule.listDue": () => ({
      items: [
        {
          organizationId: northwind.id,
          organizationName: "Northwind",
          scope: { kind: "all" },
          dueOn: "2026-11-19",
          overdueDays: 2,
        },
      ],
    }),
  });
  await renderReviews(bridge, "/");
  expect((await screen.findAllByText("All members of Northwind")).length).toBe(2);
  expect(screen.getByText("Being decided")).toBeDefined();
  expect(screen.getByText("Waiting for connection")).toBeDefined();
  expect(await screen.findByText("All members of Northwind was due 2 days ago")).toBeDefined();
});

test("while another Orgdesk keeps the reviews, none can be started here", async () => {
  const bridge = reviewDesk([], { "reviews.list": () => ({ kept: "elsewhere", items: [] }) });
  await renderReviews(bridge, "/");
  expect(await screen.findByText(/^Another running Orgdesk keeps your reviews/)).toBeDefined();
  const [start] = screen.getAllByRole("button", { name: "Start a review" });
  expect(start?.getAttribute("aria-disabled")).toBe("true");
});
