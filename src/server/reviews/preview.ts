import type { ReviewPreview, ReviewVerdict } from "#contract/entities/review.ts";
import { foldEmail } from "#domain/email.ts";
import { foreseeReview, type ForeseenDecision, type ReviewForesight } from "#domain/review/foresight.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import { loadPlaces } from "../people/managed.ts";
import { loadOutlooks } from "../plans/outlooks.ts";
import { faultOf } from "../plans/problems.ts";
import { itemsWithPresent, type ItemWithPresent } from "../storage/queries/review-items.ts";
import { countItems, type ReviewRow } from "../storage/queries/reviews.ts";
import { decisionOf } from "./review-of.ts";

const mostVerdicts = 5_000;

type Item = Pick<ForeseenDecision, "seen" | "present">;

const told = (verdict: ReviewForesight["verdicts"][number], { seen, present }: Item): ReviewVerdict => {
  if (verdict.verdict !== "flagged") return { verdict: "will" };
  const fault = verdict.problem === null ? null : faultOf(verdict.problem);
  return { verdict: "flagged", flag: verdict.flag, fault, seen, present };
};

const presentOf = ({ role, status }: ItemWithPresent) => (role === null || status === null ? null : { role, status });

/** What a review would do now, by the rules of its commands and under the reviewer's present authority. */
export async function previewReview(
  { services, account, organization, caller, db }: OrganizationContext,
  review: ReviewRow,
): Promise<ReviewPreview> {
  const { system } = services.pools;
  const [rows, places, groups] = await Promise.all([
    itemsWithPresent(system, review),
    loadPlaces(system, account.id),
    countItems(db, organization.id, [review.id]),
  ]);
  const undecided = groups.filter(({ decision }) => decision === null).reduce((sum, { items }) => sum + items, 0);
  const place = found(
    places.find(({ id }) => id === organization.id),
    "organization",
  );
  const waiting = rows.filter(({ state }) => state === "waiting");
  const items = waiting.map((row) => ({
    position: row.position,
    memberId: row.member_id,
    folded: row.email_folded ?? "",
    seen: { role: row.seen_role, status: row.seen_status },
    present: presentOf(row),
    decision: decisionOf(row) ?? { kind: "keep" as const },
    own: row.member_id === review.member_id,
  }));
  const actor = foldEmail(account.email);
  const outlooks = await loadOutlooks(
    system,
    {
      items: items
        .filter(({ folded, decision }) => folded !== "" && decision.kind !== "keep")
        .map(({ position, folded }) => ({ ...unnamed, position, folded, organizationId: organization.id })),
      places: new Map([[place.id, place]]),
    },
    actor.ok ? actor.folded : account.email,
    caller.now,
  );
  const foresight = foreseeReview(outlooks.of(place), items, caller.now.getTime());
  const foreseen = items
    .map(({ position, memberId, decision, ...item }, index) => ({
      position,
      memberId,
      decision,
      verdict: told(foresight.verdicts[index] ?? { verdict: "will" }, item),
    }))
    .filter(({ decision, verdict }) => decision.kind !== "keep" || verdict.verdict === "flagged");
  const verdicts = [...foreseen, ...rows.flatMap(leftFlagged)].sort((a, b) => a.position - b.position);
  return {
    revision: organization.revision,
    counts: { ...foresight.counts, flagged: foresight.counts.flagged + verdicts.length - foreseen.length, undecided },
    verdicts: verdicts.slice(0, mostVerdicts),
    more: verdicts.length > mostVerdicts,
    ownersLeft: foresight.ownersLeft,
  };
}

/** What was not carried out, with how it is now. */
function leftFlagged(row: ItemWithPresent): ReviewPreview["verdicts"] {
  const decision = decisionOf(row);
  if (row.state !== "flagged" || row.flag === null || decision === null) return [];
  const seen = { role: row.seen_role, status: row.seen_status };
  const verdict = { verdict: "flagged", flag: row.flag, fault: row.fault, seen, present: presentOf(row) } as const;
  return [{ position: row.position, memberId: row.member_id, decision, verdict }];
}

/** What a plan knows of a person and a review does not need. */
const unnamed = { accountId: null, name: "", email: "", role: null, problem: null } as const;
