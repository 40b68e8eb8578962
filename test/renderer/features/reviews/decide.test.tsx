import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, pageWith } from "#test/support/fixtures.ts";
import { aPart, aPerson, aReview, northwind, renderReviews, reviewDesk } from "./reviewsBridge.tsx";

const two = [aPerson(1), aPerson(2)];
const panel = (name: string) => screen.findByRole("region", { name });

test("K keeps, R removes, U undoes, and each decision leads to the next person", async () => {
  const bridge = reviewDesk(two, {}, "offline");
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("k");
  await panel("Person 2");
  await waitFor(() => expect(screen.getByText("1 of 2")).toBeDefined());
  await user.keyboard("r");
  await waitFor(() => expect(screen.getByText("2 of 2")).toBeDefined());
  expect(bridge.inputsOf("reviews.decide")).toEqual([
    { reviewId: idOf(900), decisions: [{ memberId: idOf(1), decision: { kind: "keep" } }] },
    { reviewId: idOf(900), decisions: [{ memberId: idOf(2), decision: { kind: "remove" } }] },
  ]);
  await user.keyboard("u");
  await waitFor(() => expect(screen.getByText("1 of 2")).toBeDefined());
});

test("U pressed twice before the first is answered takes two acts back", async () => {
  const answers: (() => void)[] = [];
  const bridge = reviewDesk(two, {
    "reviews.undo": async () => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return { review: aReview(), marks: [] };
    },
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("kkuu");
  await waitFor(() => expect(answers).toHaveLength(2));
  for (const answer of answers) answer();
});

test("C lists the other roles, and a number picks one", async () => {
  const bridge = reviewDesk(two);
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("c");
  const roles = await screen.findByRole("group", { name: "Choose the new role" });
  expect(
    within(roles)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["1Owner", "2Admin"]);
  await user.keyboard("2");
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.decide")).toEqual([
      { reviewId: idOf(900), decisions: [{ memberId: idOf(1), decision: { kind: "changeRole", to: "admin" } }] },
    ]),
  );
  expect(screen.queryByRole("group", { name: "Choose the new role" })).toBeNull();
});

test("what the rules refuse is not decided, and says why", async () => {
  const own = aPerson(1, { memberId: "01990000-0000-7000-8000-000000000011", own: true });
  const bridge = reviewDesk([own], {
    "organization.list": () => ({ items: [], next: null, total: 0, matching: 0 }),
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("r");
  expect((await screen.findByRole("alert")).textContent).toContain("This is your own access.");
  expect(bridge.inputsOf("reviews.decide")).toEqual([]);
});

test("where every other role is refused, C says why and offers none", async () => {
  const me = northwind.me.memberId;
  const bridge = reviewDesk([aPerson(1, { memberId: me, own: true, seen: { ...aPerson(1).seen, role: "owner" } })]);
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("c");
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
  expect(screen.queryByRole("group", { name: "Choose the new role" })).toBeNull();
});

test("in a review of many organizations the list says where each person is, and of when that place is", async () => {
  const elsewhere = { organizationId: idOf(200), memberId: idOf(2), name: "Person 1" };
  const parts = [aPart(), aPart({ organizationId: idOf(200), organizationName: "Alder Coffee", revision: 4_321 })];
  const bridge = reviewDesk([aPerson(1), aPerson(2, elsewhere)], { "reviews.get": () => aReview({ parts }) });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  expect(await screen.findByText("Member · Northwind")).toBeDefined();
  expect(screen.getByText(/revision 7$/)).toBeDefined();
  await user.click(screen.getByText("Member · Alder Coffee"));
  expect(await screen.findByText(/revision 4,321$/)).toBeDefined();
});

test("moments of an organization read in its zone, and access ends with its last day there", async () => {
  const newYork = { ...northwind, timeZone: "America/New_York" };
  const leaves = aPerson(1, { accessUntil: "2026-12-13T05:00:00.000Z" });
  const bridge = reviewDesk([leaves], {
    "organization.list": () => pageWith([newYork]),
    "reviews.get": () => aReview({ parts: [aPart({ asOf: "2026-11-20T02:30:00.000Z" })] }),
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  const facts = within(await panel("Person 1"));
  expect(facts.getByText("2026-12-12")).toBeDefined();
  const taken = screen.getByText(/^As of 2026-\u206011-\u206019, 21:30 GMT-5, revision 7$/);
  await user.hover(taken);
  expect((await screen.findByRole("tooltip")).textContent).toBe("2026-11-19, 21:30:00 GMT-5");
});

test("M writes a comment that Enter keeps; keys typed into it decide nothing", async () => {
  const bridge = reviewDesk(two);
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("m");
  await user.keyboard("keep an eye{Enter}");
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.comment")).toEqual([
      { reviewId: idOf(900), memberId: idOf(1), comment: "keep an eye" },
    ]),
  );
  expect(bridge.inputsOf("reviews.decide")).toEqual([]);
});

test("Esc leaves the comment as it was, and a decision leads to the next person in the list", async () => {
  const bridge = reviewDesk(two);
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.keyboard("mnot this{Escape}");
  const current = (name: string) => screen.getByRole("button", { name: new RegExp(name), current: true });
  await waitFor(() => expect(document.activeElement).toBe(current("Person 1")));
  screen.getByRole("button", { name: /^Keep/ }).focus();
  await user.keyboard("{Enter}");
  await panel("Person 2");
  await waitFor(() => expect(document.activeElement).toBe(current("Person 2")));
  expect(bridge.inputsOf("reviews.comment")).toEqual([]);
});

test("everything needed to decide is on the screen: role, reach, recommendation and its reasons", async () => {
  const person = aPerson(1, {
    workspaces: ["Harbour", "Papaya"],
    recommendation: {
      suggestion: { kind: "remove" },
      reasons: [
        { code: "inactive", days: 120 },
        { code: "noTwoFactor", administers: false },
      ],
    },
  });
  await renderReviews(reviewDesk([person]), `/${idOf(900)}`);
  const shown = within(await panel("Person 1"));
  expect(shown.getByText("person.1@example.com")).toBeDefined();
  expect(shown.getByText("Not seen for 120 days")).toBeDefined();
  expect(shown.getByText("Signs in without two-factor")).toBeDefined();
  expect(shown.getByText("Harbour, Papaya")).toBeDefined();
  expect(within(shown.getByRole("region", { name: "Recommended" })).getByText("Remove")).toBeDefined();
});

test("a way back is offered for as long as it takes back what it says", async () => {
  const bridge = reviewDesk(two, {}, "offline");
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Accept recommendations" }));
  await user.click(await screen.findByRole("button", { name: "Decide about 2 people" }));
  expect(await screen.findByText("2 people are decided")).toBeDefined();
  await user.keyboard("k");
  await waitFor(() => expect(bridge.inputsOf("reviews.decide")).toHaveLength(2));
  await waitFor(() => expect(screen.queryByText("2 people are decided")).toBeNull());
});

test("recommendations are accepted together, and Undo takes all of it back", async () => {
  const bridge = reviewDesk(two, {}, "offline");
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Accept recommendations" }));
  await user.click(await screen.findByRole("button", { name: "Decide about 2 people" }));
  await waitFor(() => expect(screen.getByText("2 of 2")).toBeDefined());
  await user.click(screen.getAllByRole("button", { name: /Undo/ })[0] as HTMLElement);
  await waitFor(() => expect(screen.getByText("0 of 2")).toBeDefined());
});

test("what the server refused while nobody looked is told above the people", async () => {
  const refused = { kind: "limitReached", limit: "size" } as const;
  const bridge = reviewDesk(two, { "reviews.get": () => aReview({ parts: [aPart({ refused })] }) });
  await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  expect(screen.getByText(/^The server did not take the decisions about Northwind\. /)).toBeDefined();
});

test("where a row of the list has the keyboard, the next person's row takes it", async () => {
  const bridge = reviewDesk(two);
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await panel("Person 1");
  const rowOf = (name: string) => screen.getByRole("button", { name: new RegExp(`${name} `) });
  rowOf("Person 1").focus();
  await user.keyboard("k");
  await panel("Person 2");
  await waitFor(() => expect(document.activeElement).toBe(rowOf("Person 2")));
});
