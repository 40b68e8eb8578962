import type { EvidenceItem, ReviewEvidence, SignedReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { evidenceKind } from "#contract/entities/reviewEvidence.ts";
import type { Fault } from "#contract/fault.ts";
import { canonicalText, evidenceFile } from "#contract/reviewEvidence.ts";
import { genesisHash } from "#domain/audit/chain.ts";
import { keyIdOf } from "#domain/audit/head.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { ReviewDecision } from "#domain/review/decisions.ts";
import { countItems } from "#domain/review/outcome.ts";
import { publicKeyOf, signText } from "../audit/signing-key.ts";
import { sha256 } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { eventAt, storedHead } from "../storage/queries/audit-events.ts";
import { itemsAfter, type ReviewItemRow } from "../storage/queries/review-items.ts";
import { timeZoneOf } from "../storage/queries/review-schedules.ts";
import type { ReviewRow } from "../storage/queries/reviews.ts";
import { itemOf } from "./review-of.ts";

/** The signed file of a review that was carried out, and the digest by which the audit log names it. */
export interface Evidence {
  readonly file: string;
  readonly digest: string;
}

/** Puts a review's evidence together and signs it in the server's name. */
export async function signEvidence(
  context: OrganizationContext,
  review: ReviewRow,
  undecidedReason: string,
): Promise<Evidence> {
  const { db, services, organization } = context;
  const publicKey = publicKeyOf(services.signingKey.key);
  const [rows, head, timeZone, reviewed] = await Promise.all([
    itemsAfter(db, review, undefined, { after: -1, limit: review.total }),
    storedHead(db, organization.id),
    timeZoneOf(db, organization.id),
    review.as_of === 0 ? null : eventAt(db, organization.id, review.as_of),
  ]);
  const evidence: ReviewEvidence = {
    ...headOf(context, review),
    asOf: { revision: review.as_of, hash: review.as_of_hash, at: reviewed?.at ?? null },
    organization: { id: organization.id, name: organization.name, preset: organization.preset, timeZone },
    head: { revision: head.revision, hash: head.hash === "" ? genesisHash : head.hash },
    counts: countItems(rows.map(({ decision, state }) => ({ decision: decision && { kind: decision }, state }))),
    undecidedReason,
    items: rows.map((row) => evidenceItem(row, review.member_id, context.policy)),
    keyId: keyIdOf(publicKey, sha256),
  };
  const signature = signText(canonicalText(evidence), services.signingKey.key);
  const file = evidenceFile({ evidence, publicKey, signature } satisfies SignedReviewEvidence);
  return { file, digest: sha256(file) };
}

const nameOf = (policy: Policy, role: string): string => policy.roles.get(role)?.name ?? role;
const told = (at: Date | null): string => (at ?? new Date(0)).toISOString();

function headOf({ policy, me, caller }: OrganizationContext, review: ReviewRow) {
  return {
    kind: evidenceKind,
    review: { id: review.id, batchId: review.batch_id, scope: review.scope, scopeName: review.scope_name },
    reviewer: {
      accountId: review.account_id,
      memberId: review.member_id,
      name: review.reviewer_name,
      email: review.reviewer_email,
      roleName: nameOf(policy, me.role),
    },
    startedAt: told(review.started_at),
    receivedAt: told(review.created_at),
    submittedAt: told(review.submitted_at),
    appliedAt: told(review.applied_at),
    finishedAt: told(caller.now),
  } as const;
}

function evidenceItem(row: ReviewItemRow, reviewerId: string, policy: Policy): EvidenceItem {
  const { outcome, seen, decision, former, ...item } = itemOf(row, reviewerId);
  const { fault, ...end } = outcome;
  return {
    ...item,
    seen: { ...seen, roleName: nameOf(policy, seen.role) },
    decision,
    decidedRoleName: decidedRole(policy, decision),
    former: former.map((one) => ({
      ...one,
      seenRoleName: nameOf(policy, one.seen.role),
      decidedRoleName: decidedRole(policy, one.decision),
    })),
    outcome: { ...end, refusal: fault === null ? null : refusalOf(fault) },
  };
}

const decidedRole = (policy: Policy, decision: ReviewDecision | null): string | null =>
  decision?.kind === "changeRole" ? nameOf(policy, decision.to) : null;

/** A fault as its kind and code. */
function refusalOf(fault: Fault): string {
  if (fault.kind === "forbidden") return `${fault.kind}: ${fault.refusal.code}`;
  if (fault.kind === "conflict") return `${fault.kind}: ${fault.code}`;
  if (fault.kind === "notFound") return `${fault.kind}: ${fault.what}`;
  if (fault.kind === "limitReached") return `${fault.kind}: ${fault.limit}`;
  return fault.kind;
}
