import { noticeOf } from "#main/shell/electron/invitation-notice.ts";
import type { FeedEvent } from "#contract/feed.ts";
import { expect, test } from "vitest";

const organization = { organizationId: "019a961a-0462-7b0b-beeb-528dc565f0a8", organizationName: "Northwind" };

test.each<[FeedEvent, string, string]>([
  [
    { type: "reviewDue", ...organization, dueOn: "2027-01-31", reminder: "soon" },
    "Access review of Northwind",
    "It is due in a week",
  ],
  [
    { type: "reviewDue", ...organization, dueOn: "2027-01-31", reminder: "overdue" },
    "Access review of Northwind",
    "It is overdue",
  ],
  [
    { type: "approvalRequested", ...organization, requesterName: "Ada", memberName: "Mia", roleName: "Admin" },
    "Approval in Northwind",
    "Ada asks to make Mia Admin",
  ],
])("the system tells of %o", (event, title, body) => {
  expect(noticeOf({ type: "feed", event })).toEqual({ title, body });
});

test("progress is not worth a notice", () => {
  const event = { type: "reviewChanged", organizationId: organization.organizationId, reviewId: "r" } as const;
  expect(noticeOf({ type: "feed", event })).toBeNull();
});
