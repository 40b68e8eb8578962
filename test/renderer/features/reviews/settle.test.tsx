import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { countItems } from "#domain/review/outcome.ts";
import { stableHue } from "#renderer/ui/people/stableHue.ts";
import { idOf } from "#test/support/fixtures.ts";
import { aPart, aPerson, aReview, northwind, renderReviews, reviewDesk } from "./reviewsBridge.tsx";

const counts = { ...countItems([]), total: 2, keep: 1, remove: 1, waiting: 2 };
const person = aPerson(2, { mark: { decision: { kind: "remove" }, decidedAt: null, comment: "" } });
const submitted = aReview({ parts: [aPart({ stage: "submitted", counts })] });
const partIds = { organizationId: northwind.id, reviewId: idOf(901) };

const preview = () => ({
  revision: 9,
  counts: { keep: 1, will: 0, flagged: 1, undecided: 0 },
  verdicts: [
    {
      position: 1,
      memberId: idOf(2),
      decision: { kind: "remove" as const },
      verdict: {
        verdict: "flagged" as const,
        flag: "moved" as const,
        fault: null,
        seen: { role: "member", status: "active" as const },
        present: { role: "admin", status: "active" as const },
      },
    },
  ],
  more: false,
  ownersLeft: 1,
});

test("a decision that no longer fits says what changed since, and is decided again", async () => {
  const bridge = reviewDesk([aPerson(1), person], {
    "reviews.get": () => submitted,
    "review.preview": preview,
    "reviews.answer": () => submitted,
    "reviews.decideAgain": () => submitted,
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  expect(await screen.findByText("Was Member when you decided; is Admin now")).toBeDefined();
  expect(bridge.inputsOf("review.preview")[0]).toEqual(partIds);
  const choice = within(screen.getByRole("radiogroup", { name: "Person 2" }));
  expect(choice.getAllByRole("radio").filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
  await user.click(choice.getByText("Do it anyway"));
  await user.click(screen.getByRole("button", { name: "Send 1 decision again" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.decideAgain")).toEqual([
      {
        reviewId: idOf(900),
        organizationId: northwind.id,
        items: [{ memberId: idOf(2), seen: { role: "admin", status: "active" }, decision: { kind: "remove" } }],
      },
    ]),
  );
});

test("what is about to be applied is named, with what was noted; what no longer fits is not among it", async () => {
  const noted = aPerson(3, { mark: { decision: { kind: "deactivate" }, decidedAt: null, comment: "On leave" } });
  const will = { memberId: idOf(3), decision: { kind: "deactivate" as const }, verdict: { verdict: "will" as const } };
  const bridge = reviewDesk([aPerson(1), person, noted], {
    "reviews.get": () => submitted,
    "review.preview": () => ({ ...preview(), verdicts: [...preview().verdicts, { position: 2, ...will }] }),
  });
  await renderReviews(bridge, `/${idOf(900)}`);
  const title = await screen.findByRole("heading", { name: "What changes" });
  const list = within(title.parentElement ?? title).getAllByRole("listitem");
  expect(list.map(({ textContent }) => textContent)).toEqual(["P3Person 3person.3@example.comDeactivateOn leave"]);
});

test("what waits for a connection says what was decided", async () => {
  const waiting = aReview({ parts: [aPart({ stage: "waiting" })] });
  const bridge = reviewDesk([aPerson(1), person], { "reviews.get": () => waiting }, "offline");
  await renderReviews(bridge, `/${idOf(900)}`);
  const title = await screen.findByRole("heading", { name: "What changes" });
  expect(within(title.parentElement ?? title).getByText("Remove")).toBeDefined();
  expect(screen.getByText("1 change decided")).toBeDefined();
  expect(screen.getByText("1 person undecided")).toBeDefined();
});

test("while an organization cannot be checked nothing is applied, and it is named", async () => {
  let failing = true;
  const bridge = reviewDesk([aPerson(1), person], {
    "reviews.get": () => submitted,
    "review.preview": () => (failing ? failed({ kind: "internal" }) : preview()),
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  const apply = await screen.findByRole("button", { name: /^Apply/ });
  expect(apply.getAttribute("aria-description")).toMatch(/^Northwind could not be checked/);
  failing = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.getByRole("button", { name: /^Apply/ }).hasAttribute("aria-disabled")).toBe(false));
});

test("an answer is kept on this computer at once, and is there when the page is opened again", async () => {
  const answers = { [idOf(2)]: "keep" as const };
  const kept = aReview({ parts: [aPart({ stage: "submitted", counts, answers })] });
  const handlers = { "review.preview": preview, "reviews.answer": () => kept };
  const bridge = reviewDesk([aPerson(1), person], { ...handlers, "reviews.get": () => submitted });
  const { user, unmount } = await renderReviews(bridge, `/${idOf(900)}`);
  await user.click(within(await screen.findByRole("radiogroup", { name: "Person 2" })).getByText("Keep"));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.answer")).toEqual([
      { reviewId: idOf(900), organizationId: northwind.id, answers: { [idOf(2)]: "keep" } },
    ]),
  );
  unmount();
  await renderReviews(reviewDesk([aPerson(1), person], { ...handlers, "reviews.get": () => kept }), `/${idOf(900)}`);
  const choice = within(await screen.findByRole("radiogroup", { name: "Person 2" }));
  expect(choice.getByRole("radio", { name: "Keep" })).toHaveProperty("checked", true);
  expect(screen.getByRole("button", { name: "Send 1 decision again" })).toBeDefined();
});

const rule = { kind: "forbidden", refusal: { code: "aboutYourself" } } as const;
test.each([
  ["moved", null, "Was Member when you decided; is Admin now"],
  ["overtaken", null, "It is so already; is Admin now"],
  ["gone", null, "Was no member when it was applied; is Admin now"],
  ["refused", rule, "Somebody else decides this about you. Is Admin now."],
  ["withdrawn", null, "Dropped; is Admin now"],
] as const)(
  "what was flagged as %s says where the person stands now, also when all is signed",
  async (flag, fault, text) => {
    const finished = aReview({ parts: [aPart({ stage: "finished", counts: { ...counts, waiting: 0, flagged: 1 } })] });
    const [one] = preview().verdicts;
    const verdicts = one ? [{ ...one, verdict: { ...one.verdict, flag, fault } }] : [];
    const bridge = reviewDesk([aPerson(1), person], {
      "reviews.get": () => finished,
      "review.preview": () => ({ ...preview(), verdicts }),
    });
    await renderReviews(bridge, `/${idOf(900)}`);
    expect(await screen.findByText(text)).toBeDefined();
    expect(screen.getByText("P2").style.getPropertyValue("--hue")).toBe(String(stableHue(person.accountId)));
    expect(screen.queryByRole("radiogroup")).toBeNull();
  },
);

test("an answer that arrived before the connection broke is not sent again with the others", async () => {
  const answers = { [idOf(1)]: "withdraw", [idOf(2)]: "withdraw" } as const;
  const partly = aReview({ parts: [aPart({ stage: "submitted", counts, answers })] });
  const [moved] = preview().verdicts;
  const dropped = moved && { ...moved, memberId: idOf(1), verdict: { ...moved.verdict, flag: "withdrawn" as const } };
  const bridge = reviewDesk([aPerson(1), person], {
    "reviews.get": () => partly,
    "review.preview": () => ({ ...preview(), verdicts: [dropped, moved].filter((one) => one !== undefined) }),
    "reviews.decideAgain": () => partly,
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await user.click(await screen.findByRole("button", { name: "Send 1 decision again" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.decideAgain")).toMatchObject([
      { items: [{ memberId: idOf(2), seen: null, decision: null }] },
    ]),
  );
});

test("what was flagged while it was carried out can be dropped before the review is finished", async () => {
  const flagged = { ...counts, waiting: 0, kept: 1, flagged: 1 };
  const applied = aReview({ parts: [aPart({ stage: "applied", counts: flagged })] });
  const bridge = reviewDesk([aPerson(1), person], {
    "reviews.get": () => applied,
    "review.preview": preview,
    "reviews.answer": () => applied,
    "reviews.decideAgain": () => applied,
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await user.click(within(await screen.findByRole("radiogroup", { name: "Person 2" })).getByText("Drop"));
  await user.click(screen.getByRole("button", { name: "Send 1 decision again" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.decideAgain")).toMatchObject([
      { items: [{ memberId: idOf(2), seen: null, decision: null }] },
    ]),
  );
});

test("without a connection nothing can be applied, and the reason stands there", async () => {
  const bridge = reviewDesk([person], { "reviews.get": () => submitted }, "offline");
  await renderReviews(bridge, `/${idOf(900)}`);
  expect((await screen.findAllByText("You are offline. Applying needs the server.")).length).toBeGreaterThan(0);
  expect(screen.getByRole("button", { name: /^Apply/ }).getAttribute("aria-disabled")).toBe("true");
});

test("finishing asks why somebody was left undecided", async () => {
  const left = { ...counts, keep: 1, remove: 0, undecided: 1, waiting: 0, kept: 1 };
  const applied = aReview({ parts: [aPart({ stage: "applied", counts: left })] });
  const bridge = reviewDesk([person], { "reviews.get": () => applied, "reviews.finish": () => applied });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  await user.click(await screen.findByRole("button", { name: "Finish and sign" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("button", { name: "Finish and sign" }).hasAttribute("disabled")).toBe(true);
  await user.type(dialog.getByLabelText("Why these people were left undecided"), "On leave");
  await user.click(dialog.getByRole("button", { name: "Finish and sign" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.finish")).toEqual([{ reviewId: idOf(900), undecidedReason: "On leave" }]),
  );
});

test("a finished review shows the fingerprint and saves its evidence", async () => {
  const finished = aReview({
    parts: [
      aPart({
        stage: "finished",
        counts: { ...counts, waiting: 0, kept: 1, applied: 1 },
        finishedAt: "2026-11-21T10:00:00.000Z",
        evidenceDigest: "0123456789abcdef".repeat(4),
      }),
    ],
  });
  const bridge = reviewDesk([person], {
    "reviews.get": () => finished,
    "reviews.saveEvidence": () => ({ file: "/download/x" }),
  });
  const { user } = await renderReviews(bridge, `/${idOf(900)}`);
  expect(await screen.findByText(/^01234567 89abcdef/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Save PDF" }));
  await waitFor(() =>
    expect(bridge.inputsOf("reviews.saveEvidence")).toEqual([
      { reviewId: idOf(901), organizationId: northwind.id, format: "pdf" },
    ]),
  );
});

test.each([
  [1, 1, true],
  [2, 1, false],
  [1, 0, false],
])("with %d left as owners after %d changes, it is said where they are few: %s", async (ownersLeft, will, said) => {
  const bridge = reviewDesk([aPerson(1), person], {
    "reviews.get": () => submitted,
    "review.preview": () => ({ ...preview(), counts: { ...preview().counts, will }, ownersLeft }),
  });
  await renderReviews(bridge, `/${idOf(900)}`);
  await screen.findByText("1 decision no longer fits");
  expect(screen.queryByText("1 owner is left then") !== null).toBe(said);
});
