import type { EvidenceItem, ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { canonicalText, evidenceFile } from "#contract/reviewEvidence.ts";
import { keyIdOf } from "#domain/audit/head.ts";
import { countItems } from "#domain/review/outcome.ts";
import { publicKeyOf, signText } from "#server/audit/signing-key.ts";
import { newId } from "#server/storage/ids.ts";
import { sha256 } from "#test/support/signatures.ts";
import type { KeyObject } from "node:crypto";

const at = (minute: number): string => new Date(Date.UTC(2026, 4, 4, 9, minute)).toISOString();

const base: Omit<EvidenceItem, "position" | "memberId" | "name" | "email"> = {
  own: false,
  seen: {
    role: "member",
    roleName: "Member",
    status: "active",
    joinedAt: at(0),
    lastSeenAt: at(1),
    twoFactor: true,
    workspaces: { scope: "all", count: 12 },
  },
  recommendation: { suggestion: { kind: "keep" }, reasons: [] },
  decision: { kind: "keep" },
  decidedRoleName: null,
  decidedAt: at(10),
  comment: "",
  former: [],
  outcome: { state: "kept", flag: null, at: at(20), revision: null, refusal: null },
};

/** People as a review may find them, in many scripts, repeated up to so many. */
const cases: readonly (Partial<EvidenceItem> & { readonly name: string })[] = [
  { name: "Olivia Owner", own: true, seen: { ...base.seen, role: "owner", roleName: "Owner" } },
  {
    name: "Łukasz Żółć",
    decision: { kind: "changeRole", to: "member" },
    decidedRoleName: "Member",
    comment: "Has not run a brand since the spring, and asked to hand the billing over to the agency's office.",
    recommendation: {
      suggestion: { kind: "changeRole", to: "member" },
      reasons: [
        {
          code: "moreThanNeeded",
          days: 88,
          role: "member",
          unused: ["member.invite", "member.remove"],
          unrecorded: [],
        },
        { code: "noTwoFactor", administers: true },
      ],
    },
    seen: { ...base.seen, role: "admin", roleName: "Admin", twoFactor: false },
    outcome: { ...base.outcome, state: "applied", revision: 41 },
  },
  {
    name: "Анна Каренина",
    decision: { kind: "remove" },
    outcome: { ...base.outcome, state: "flagged", flag: "refused", refusal: "forbidden: targetOutOfReach" },
    recommendation: { suggestion: { kind: "remove" }, reasons: [{ code: "inactive", days: 120 }] },
  },
  {
    name: "Björn Again",
    decision: { kind: "remove" },
    former: [
      {
        decision: { kind: "remove" },
        decidedAt: at(8),
        seen: { role: "admin", status: "active" },
        seenRoleName: "Admin",
        decidedRoleName: null,
        flag: "moved",
        flaggedAt: null,
      },
    ],
    outcome: { ...base.outcome, state: "applied", revision: 43 },
  },
  { name: "Ελένη Παπαδοπούλου", outcome: { ...base.outcome, state: "flagged", flag: "moved" } },
  { name: "山田 花子", comment: "営業部から異動しました。" },
  { name: "محمد علي", decision: null, decidedAt: null, outcome: { ...base.outcome, state: "undecided", at: null } },
  {
    name: "Wolfgang Amadeus Theophilus von und zu Hohenlohe-Schillingsfürst",
    decision: { kind: "deactivate" },
    outcome: { ...base.outcome, state: "applied", revision: 42 },
    seen: { ...base.seen, lastSeenAt: null },
    recommendation: { suggestion: { kind: "deactivate" }, reasons: [{ code: "neverSignedIn", days: 41 }] },
  },
];

/** The evidence of a review of so many people. */
export function evidenceOf(people: number, organizationName = "Brightside Studio"): Omit<ReviewEvidence, "keyId"> {
  const items = Array.from({ length: people }, (_, position): EvidenceItem => ({
    ...base,
    ...(cases[position % cases.length] ?? { name: "Somebody" }),
    position,
    memberId: newId(),
    email: `person.${position}@brightside.example`,
  }));
  return {
    kind: "orgdesk.reviewEvidence.1",
    organization: { id: newId(), name: organizationName, preset: "agency", timeZone: "Europe/Berlin" },
    review: { id: newId(), batchId: null, scope: { kind: "all" }, scopeName: "" },
    reviewer: {
      accountId: newId(),
      memberId: newId(),
      name: "Olivia Owner",
      email: "olivia@brightside.example",
      roleName: "Owner",
    },
    startedAt: at(0),
    receivedAt: at(14),
    submittedAt: at(15),
    appliedAt: at(20),
    finishedAt: at(25),
    asOf: { revision: 39, hash: "a".repeat(64), at: at(-60) },
    head: { revision: 43, hash: "b".repeat(64) },
    counts: countItems(items.map(({ decision, outcome }) => ({ decision, state: outcome.state }))),
    undecidedReason: "One person is on leave until June.",
    items,
  };
}

/** The file of an evidence, signed with a key. */
export function signedFile(evidence: Omit<ReviewEvidence, "keyId">, key: KeyObject): string {
  const publicKey = publicKeyOf(key);
  const whole = { ...evidence, keyId: keyIdOf(publicKey, sha256) };
  return evidenceFile({ evidence: whole, publicKey, signature: signText(canonicalText(whole), key) });
}
