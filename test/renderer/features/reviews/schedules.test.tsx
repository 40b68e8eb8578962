import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import { stableHue } from "#renderer/ui/people/stableHue.ts";
import { aMember, idOf, pageWith } from "#test/support/fixtures.ts";
import { northwind, renderReviews, reviewDesk } from "./reviewsBridge.tsx";

const schedule: ReviewSchedule = {
  rhythm: "quarterly",
  firstDueOn: "2040-01-31",
  scope: { kind: "all" },
  reviewers: [
    { memberId: idOf(2), accountId: idOf(22), name: "Ada Admin", state: "reminded" },
    { memberId: idOf(3), accountId: idOf(23), name: "Bo Former", state: "mayNotReview" },
  ],
  nextDueOn: "2040-01-31",
  reminded: null,
};

test("reviewers are named and taken off, and only the difference is sent", async () => {
  const bridge = reviewDesk([], {
    "reviewSchedule.get": () => ({ schedule }),
    "member.list": () => pageWith([aMember({ id: idOf(4), name: "Cleo Admin", role: "admin" })]),
    "reviewSchedule.changeReviewers": () => ({ schedule }),
  });
  const { user } = await renderReviews(bridge, "/schedules");
  await user.click(await screen.findByRole("button", { name: "Change reviewers" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Reviewers of Northwind" }));
  expect(dialog.getByText("Not reminded: may not review access")).toBeDefined();
  // The colour that the person has everywhere.
  expect(dialog.getByText("AA").style.getPropertyValue("--hue")).toBe(String(stableHue(idOf(22))));
  expect(dialog.getByRole("button", { name: "Save reviewers" }).hasAttribute("disabled")).toBe(true);
  await user.click(dialog.getByRole("button", { name: "Take Bo Former off" }));
  await user.click(await dialog.findByRole("option", { name: /Cleo Admin/ }));
  await user.click(dialog.getByRole("button", { name: "Save reviewers" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviewSchedule.changeReviewers")).toEqual([
      { organizationId: northwind.id, add: [idOf(4)], remove: [idOf(3)] },
    ]),
  );
  // Only roles that may review are searched, without owners.
  expect(bridge.inputsOf("member.list")[0]).toMatchObject({ role: ["admin"] });
});

test("a row names who is reminded besides the owners, and no one else", async () => {
  const bridge = reviewDesk([], { "reviewSchedule.get": () => ({ schedule }) });
  await renderReviews(bridge, "/schedules");
  const button = await screen.findByRole("button", { name: "Change reviewers" });
  expect(button.textContent).toBe("Ada Admin");
});

test("the dialog of a schedule begins with the keyboard on the rhythm", async () => {
  const bridge = reviewDesk([], { "reviewSchedule.get": () => ({ schedule }) });
  const { user } = await renderReviews(bridge, "/schedules");
  await user.click(await screen.findByRole("button", { name: "Change schedule" }));
  const rhythm = await screen.findByRole("combobox", { name: "Rhythm" });
  await waitFor(() => expect(document.activeElement).toBe(rhythm));
});

test("without a connection the schedules stand as they were kept, and nothing can be changed", async () => {
  const bridge = reviewDesk([], { "reviewSchedule.get": () => ({ schedule }) }, "offline");
  await renderReviews(bridge, "/schedules");
  expect(await screen.findByText("Every quarter")).toBeDefined();
  for (const name of ["Change reviewers", "Change schedule"]) {
    expect(screen.getByRole("button", { name }).getAttribute("aria-disabled")).toBe("true");
  }
});
