import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, pageWith } from "#test/support/fixtures.ts";
import { aPlacedReview as review, northwind, renderReviews, reviewDesk } from "./reviewsBridge.tsx";

test("reviews of others stand with who, what and how far", async () => {
  const bridge = reviewDesk([], {
    "review.listAll": () =>
      pageWith([review(), review({ id: idOf(902), status: "applying", counts: { ...review().counts, applied: 0 } })]),
  });
  await renderReviews(bridge, "/all");
  expect((await screen.findAllByText("Ada Admin")).length).toBe(2);
  expect(screen.getAllByText("Members in Spring campaign").length).toBe(2);
  expect(screen.getByText("12 of 12")).toBeDefined();
  expect(screen.getByText("10 of 12")).toBeDefined();
  expect(screen.getByText("Being applied")).toBeDefined();
});

test("the drawer tells the numbers and saves the evidence of a finished one", async () => {
  const bridge = reviewDesk([], {
    "review.listAll": () => pageWith([review()]),
    "review.get": () => review(),
    "reviews.saveEvidence": () => ({ file: "/download/x" }),
  });
  const { user } = await renderReviews(bridge, `/all/${northwind.id}/${idOf(901)}`);
  const drawer = within(await screen.findByRole("dialog", { name: "Review" }));
  await user.click(await drawer.findByRole("button", { name: "Save JSON" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.saveEvidence")).toEqual([
      { organizationId: northwind.id, reviewId: idOf(901), format: "json" },
    ]),
  );
});

test("one that is under way has no evidence yet, and says so", async () => {
  const bridge = reviewDesk([], {
    "review.listAll": () => pageWith([review({ status: "submitted" })]),
    "review.get": () => review({ status: "submitted", finishedAt: null, evidenceDigest: null }),
  });
  await renderReviews(bridge, `/all/${northwind.id}/${idOf(901)}`);
  expect(await screen.findByText("Evidence is there once the reviewer has finished.")).toBeDefined();
});

test("without a connection the server is not asked, and the page says why it is empty", async () => {
  const bridge = reviewDesk([], {}, "offline");
  await renderReviews(bridge, "/all");
  expect(await screen.findByText(/^Which reviews of others you may see is judged at that moment/)).toBeDefined();
  expect(bridge.inputsOf("review.listAll")).toEqual([]);
});
