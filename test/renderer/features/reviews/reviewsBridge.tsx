import type { ReactNode } from "react";
import { useRoutes } from "react-router";
import type { DeskMark, DeskReview, DeskReviewPart, DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { PlacedReview } from "#contract/entities/review.ts";
import { countItems, stateBefore } from "#domain/review/outcome.ts";
import { useKeyboard } from "#renderer/app/commands/useKeyboard.ts";
import { routes } from "#renderer/features/reviews/routes.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

export const northwind: Organization = anOrganization({ id: idOf(100), name: "Northwind" });
export const reviewId = idOf(900);

export const aPerson = (number: number, change: Partial<DeskReviewPerson> = {}): DeskReviewPerson => ({
  memberId: idOf(number),
  accountId: idOf(500 + number),
  organizationId: northwind.id,
  name: `Person ${number}`,
  email: `person.${number}@example.com`,
  roleName: "Member",
  seen: {
    role: "member",
    status: "active",
    joinedAt: "2026-01-01T00:00:00.000Z",
    lastSeenAt: null,
    twoFactor: false,
    workspaces: { scope: "none", count: 0 },
  },
  workspaces: [],
  byRole: false,
  accessUntil: null,
  own: false,
  recommendation: { suggestion: { kind: "keep" }, reasons: [] },
  mark: { decision: null, decidedAt: null, comment: "" },
  ...change,
});

export const aPart = (change: Partial<DeskReviewPart> = {}): DeskReviewPart => ({
  organizationId: northwind.id,
  organizationName: northwind.name,
  reviewId: idOf(901),
  stage: "open",
  revision: 7,
  asOf: "2026-11-20T10:00:00.000Z",
  counts: { ...countItems([]), total: 2, undecided: 2 },
  finishedAt: null,
  evidenceDigest: null,
  ...change,
});

export const aReview = (change: Partial<DeskReview> = {}): DeskReview => ({
  id: reviewId,
  startedAt: "2026-11-20T10:00:00.000Z",
  scope: { kind: "all" },
  workspaceName: null,
  parts: [aPart()],
  canUndo: false,
  ...change,
});

/** A finished review of somebody else, as the server lists it. */
export const aPlacedReview = (change: Partial<PlacedReview> = {}): PlacedReview => ({
  id: idOf(901),
  organizationId: northwind.id,
  organizationName: northwind.name,
  batchId: null,
  scope: { kind: "workspace", workspaceId: idOf(77) },
  scopeName: "Spring campaign",
  status: "finished",
  reviewer: { accountId: idOf(502), name: "Ada Admin" },
  mine: false,
  startedAt: "2026-11-20T10:00:00.000Z",
  asOf: 7,
  total: 12,
  received: 12,
  counts: { ...countItems([]), total: 12, kept: 9, applied: 2, flagged: 1 },
  submittedAt: "2026-11-20T11:00:00.000Z",
  appliedAt: "2026-11-20T12:00:00.000Z",
  finishedAt: "2026-11-20T13:00:00.000Z",
  abandonedAt: null,
  undecidedReason: "",
  evidenceDigest: "0123456789abcdef".repeat(4),
  ...change,
});

/** A desktop that keeps one review, as the real one does: acts change marks, undo takes the last act back. */
export function reviewDesk(
  given: readonly DeskReviewPerson[],
  more: Handlers = {},
  connection: "online" | "offline" = "online",
) {
  const people = [...given];
  const past: DeskReviewPerson[][] = [];
  const review = (): DeskReview => {
    const items = people.map(({ mark: { decision } }) => ({ decision, state: stateBefore(decision) }));
    return aReview({ parts: [aPart({ counts: countItems(items) })], canUndo: past.length > 0 });
  };
  const acted = (memberIds: readonly string[], change: (mark: DeskMark, memberId: string) => DeskMark) => {
    past.push([...people]);
    for (const [index, person] of people.entries()) {
      if (memberIds.includes(person.memberId))
        people[index] = { ...person, mark: change(person.mark, person.memberId) };
    }
    return told(memberIds);
  };
  const told = (memberIds: readonly string[]) => ({
    review: review(),
    marks: people
      .filter(({ memberId }) => memberIds.includes(memberId))
      .map(({ memberId, mark }) => ({ memberId, mark })),
  });
  return fakeBridge(
    {
      "organization.list": () => pageWith([northwind]),
      "reviewSchedule.listDue": () => ({ items: [] }),
      "reviews.list": () => ({ kept: "disk", items: [review()] }),
      "reviews.get": () => review(),
      "reviews.people": () => ({ items: [...people], total: people.length, next: null }),
      "reviews.decide": ({ decisions }) => {
        const byId = new Map(decisions.map(({ memberId, decision }) => [memberId, decision]));
        return acted([...byId.keys()], ({ comment }, memberId) => ({
          decision: byId.get(memberId) ?? null,
          decidedAt: "2026-11-21T10:00:00.000Z",
          comment,
        }));
      },
      "reviews.comment": ({ memberId, comment }) => acted([memberId], (mark) => ({ ...mark, comment })),
      "reviews.undo": () => {
        const before = past.pop();
        const changed = people.filter((person, index) => before?.[index] !== person).map(({ memberId }) => memberId);
        if (before) people.splice(0, people.length, ...before);
        return told(changed);
      },
      ...more,
    },
    { connection },
  );
}

function Screen() {
  useKeyboard();
  return useRoutes([...routes, { path: "*", element: null }]);
}

/** `beside` stands in the same router. */
export const renderReviews = async (bridge: ReturnType<typeof fakeBridge>, at: string, beside?: ReactNode) =>
  await renderWithBridge(
    <>
      {beside}
      <Screen />
    </>,
    bridge,
    { at },
  );
