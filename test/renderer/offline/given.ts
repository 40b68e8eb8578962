import type { DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import type { CustomRole } from "#contract/entities/role.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { isCustom, policyOf } from "#domain/policy/policy.ts";
import { countItems } from "#domain/review/outcome.ts";
import { aPart, aPerson, aReview } from "#test/renderer/features/reviews/reviewsBridge.tsx";
import { aRoleRequest, aTransfer } from "#test/support/changes.ts";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, aWorkspace, aWorkspaceAccess, idOf, noDetails, pageWith } from "#test/support/fixtures.ts";
import { dana, organization } from "../pseudo/answers.ts";

export const withMember = (change: Partial<typeof dana>): Handlers => ({
  "member.get": () => ({
    member: { ...dana, ...change },
    ...noDetails,
    workspaceAccess: aWorkspaceAccess(),
    shared: [],
  }),
});
export const withWorkspace = (change: Parameters<typeof aWorkspace>[0]): Handlers => ({
  "workspace.get": () => aWorkspace(change),
});
export const withOrganization = (change: Parameters<typeof anOrganization>[0]): Handlers => {
  const changed = { ...organization, ...anOrganization(change) };
  return {
    "organization.get": () => changed,
    "organization.list": () => pageWith([changed]),
  };
};

export const withLogo: Handlers = {
  ...withOrganization({ logo: "a".repeat(64) }),
  "organization.logo": () => ({ type: "image/webp", base64: "UklGRg==" }),
};

export const asAdmin: Handlers = {
  ...withOrganization({ me: { memberId: idOf(1001), role: "admin", ends: false } }),
  "approval.list": () => ({ items: [aRoleRequest({ requester: { memberId: idOf(1001), name: "Ada Byron" } })] }),
};
export const withOffer: Handlers = {
  "ownership.listOffered": () => ({ items: [{ ...aTransfer(), organizationName: "Northwind", preset: "agency" }] }),
};
export const withUse: Handlers = { "role.listUse": () => ({ items: [] }) };
const customRoles: CustomRole[] = [
  { key: idOf(500), name: "Brand lead", description: "", rank: 15, permissions: ["organization.view", "member.view"] },
];
export const withRole: Handlers = {
  ...withOrganization({ customRoles }),
  "permission.matrix": () => {
    const policy = policyOf("agency", { customRoles });
    const { roles, sections } = matrixOf(policy);
    const columns = roles.map((role) => ({ ...role, custom: isCustom(policy, role.key), members: 1 }));
    return { preset: "agency", presetVersion: 1, presetName: "Agency", roles: columns, sections, myRole: "owner" };
  },
};
export const schedule: ReviewSchedule = {
  rhythm: "quarterly",
  firstDueOn: "2040-01-31",
  scope: { kind: "all" },
  reviewers: [{ memberId: idOf(2), accountId: idOf(22), name: "Ada Admin", state: "reminded" }],
  nextDueOn: "2040-01-31",
  reminded: null,
};
export const desk = (stage: DeskReviewPart["stage"]): Handlers => {
  const counts = {
    ...countItems([]),
    total: 2,
    keep: 1,
    remove: 1,
    waiting: stage === "submitted" ? 2 : 0,
    flagged: 1,
  };
  const shown = aReview({
    parts: [aPart({ stage, counts, evidenceDigest: stage === "finished" ? "a".repeat(64) : null })],
  });
  const person = aPerson(2, { mark: { decision: { kind: "remove" }, decidedAt: null, comment: "" } });
  const seen = { role: "member", status: "active" } as const;
  return {
    "reviews.get": () => shown,
    "reviews.list": () => ({ kept: "disk", items: [shown] }),
    "reviews.people": () => ({ items: [aPerson(1), person], total: 2, next: null }),
    "review.preview": () => ({
      revision: 9,
      counts: { keep: 1, will: 1, flagged: 1, undecided: 0 },
      verdicts: [
        {
          position: 1,
          memberId: idOf(2),
          decision: { kind: "remove" },
          verdict: { verdict: "flagged", flag: "moved", fault: null, seen, present: { ...seen, role: "admin" } },
        },
      ],
      more: false,
      ownersLeft: 1,
    }),
    "reviews.answer": () => shown,
  };
};
