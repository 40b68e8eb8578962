import { randomBytes } from "node:crypto";
import { openBook } from "#main/reviews/book.ts";
import { createDesk } from "#main/reviews/desk.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { loadedFrom } from "#main/snapshot/worker/loaded.ts";
import { day } from "#domain/calendar/lengths.ts";
import { expect, test } from "vitest";
import { factsAt, idOf, memberAt, organizationId, usualWindow } from "../snapshot/support/rows.ts";

/** Long after the snapshot was last brought up to date. */
function deskAfter(days: number) {
  const kept = Date.parse(factsAt(1).at);
  const store = openStore(null, randomBytes(32));
  const filling = store.beginFill(organizationId);
  const seen = (number: number, before: number) => ({
    ...memberAt(number, 1),
    role: "member",
    joinedAt: new Date(kept - 300 * day).toISOString(),
    lastSeenAt: new Date(kept - before * day).toISOString(),
  });
  filling.add("members", [seen(1, 20), seen(2, 40)]);
  filling.commit(factsAt(1), usualWindow);
  return createDesk({
    book: openBook(null, randomBytes(32)),
    rows: loadedFrom(store).rows,
    at: () => factsAt(1).at,
    now: () => new Date(kept + days * day),
  }).work;
}

test("whoever may have been here since the last connection is not called inactive", () => {
  const work = deskAfter(60);
  const about = { organizationIds: [organizationId] };
  expect(work["reviews.estimate"]({ ...about, scope: { kind: "inactive", days: 30 } })).toMatchObject({
    value: { items: [{ people: 1 }] },
  });
  const review = work["reviews.start"]({ ...about, scope: { kind: "all" } });
  const reviewId = review?.ok === true ? review.value.id : "";
  const told = work["reviews.people"]({ reviewId, from: 0 });
  const people = told?.ok === true ? told.value.items : [];
  const absences = people.map(({ memberId, recommendation: { suggestion, reasons } }) => [
    memberId,
    suggestion.kind,
    reasons.flatMap((reason) => (reason.code === "inactive" ? [reason.days] : [])),
  ]);
  expect(absences).toEqual(
    expect.arrayContaining([
      [idOf(1), "keep", []],
      [idOf(2), "deactivate", [40]],
    ]),
  );
});
