import { answered, failed, type Answer } from "#contract/answer.ts";
import type { DeskReview, DeskReviewPart, DeskStage } from "#contract/entities/deskReview.ts";
import type { DecidedAgain, Review } from "#contract/entities/review.ts";
import type { Fault } from "#contract/fault.ts";
import type { Remote } from "../remote/remote.ts";
import type { CallName, Calls } from "../snapshot/worker/protocol.ts";
import type { ReviewCalls } from "./calls.ts";

export type AskKept = <Name extends keyof ReviewCalls & CallName>(
  name: Name,
  input: Calls[Name]["in"],
) => Promise<Calls[Name]["out"] | null>;

export interface CourierParts {
  readonly remote: Pick<Remote, "call">;
  readonly ask: AskKept;
  /** The reviewer is a member no more. */
  readonly lost: (organizationId: string) => Promise<void>;
}

export type PartWork = (review: DeskReview, part: DeskReviewPart) => Promise<Answer<null>>;

/** Brings the part of one organization to the server and back; what became of it is kept as it is learnt. */
export interface Courier {
  /** Goes on where an earlier try broke off. */
  readonly send: PartWork;
  readonly refresh: PartWork;
  readonly tell: (review: DeskReview, part: DeskReviewPart, what: Telling) => Promise<Answer<null>>;
}

/** What the server is told about a part that it has. */
export type Telling =
  | { readonly act: "apply" }
  | { readonly act: "decideAgain"; readonly items: readonly DecidedAgain[] }
  | { readonly act: "finish"; readonly undecidedReason: string }
  | { readonly act: "abandon" };

const itemsAtOnce = 1_000;

export function createCourier({ remote, ask, lost }: CourierParts): Courier {
  const note = async (review: DeskReview, part: DeskReviewPart, change: Partial<DeskReviewPart>) =>
    await ask("reviews.note", { reviewId: review.id, organizationId: part.organizationId, part: change });
  const learn = async (review: DeskReview, part: DeskReviewPart, answer: Answer<Review>): Promise<Answer<null>> => {
    if (answer.ok) await note(review, part, partOf(answer.value));
    else if (isLost(answer.fault)) await lost(part.organizationId);
    return answer.ok ? answered(null) : answer;
  };
  const idsOf = ({ organizationId, reviewId }: DeskReviewPart) => ({ organizationId, reviewId });
  const refresh: PartWork = async (review, part) => {
    const answer = await remote.call("review.get", idsOf(part));
    // It never arrived.
    if (!answer.ok && answer.fault.kind === "notFound" && answer.fault.what === "review") {
      await note(review, part, { stage: "open" });
      return answered(null);
    }
    return await learn(review, part, answer);
  };
  /** How many of the items have arrived; null when all of them have. */
  const arrived = async (part: DeskReviewPart): Promise<Answer<number | null>> => {
    if (part.stage !== "sending") return answered(0);
    const answer = await remote.call("review.get", idsOf(part));
    if (answer.ok) return answered(answer.value.status === "receiving" ? answer.value.received : null);
    return answer.fault.kind === "notFound" && answer.fault.what === "review" ? answered(0) : answer;
  };
  return {
    refresh,
    send: async (review, part) => {
      const there = await arrived(part);
      if (!there.ok) return await learn(review, part, there);
      if (there.value === null) return await refresh(review, part);
      // What is not known to be sent could still be decided differently here.
      if ((await note(review, part, { stage: "sending", refused: null })) === null) return failed({ kind: "internal" });
      for (let offset = there.value; ;) {
        const { organizationId } = part;
        const items = await ask("reviews.part", { reviewId: review.id, organizationId, offset, count: itemsAtOnce });
        if (items === null) return failed({ kind: "internal" });
        const answer = await remote.call("review.submit", {
          ...idsOf(part),
          batchId: review.parts.length > 1 ? review.id : null,
          scope: review.scope,
          startedAt: review.startedAt,
          asOf: part.revision,
          total: part.counts.total,
          offset,
          items: [...items],
        });
        if (!answer.ok && offset === 0 && isRefused(answer.fault)) {
          await note(review, part, { stage: "open", refused: answer.fault });
        }
        if (!answer.ok || answer.value.status !== "receiving") return await learn(review, part, answer);
        offset = answer.value.received;
      }
    },
    tell: async (review, part, what) => {
      const ids = idsOf(part);
      if (what.act === "apply") return await learn(review, part, await remote.call("review.apply", ids));
      if (what.act === "abandon") return await learn(review, part, await remote.call("review.abandon", ids));
      if (what.act === "decideAgain") {
        const items = [...what.items];
        return await learn(review, part, await remote.call("review.decideAgain", { ...ids, items }));
      }
      // Given once for all of them, it belongs to those where somebody was left.
      const undecidedReason = part.counts.undecided > 0 ? what.undecidedReason : "";
      return await learn(review, part, await remote.call("review.finish", { ...ids, undecidedReason }));
    },
  };
}

const stages: Readonly<Record<Review["status"], DeskStage>> = {
  receiving: "sending",
  submitted: "submitted",
  applying: "applying",
  applied: "applied",
  finished: "finished",
  abandoned: "abandoned",
};

const partOf = ({ status, counts, finishedAt, evidenceDigest }: Review): Partial<DeskReviewPart> => ({
  stage: stages[status],
  counts,
  finishedAt,
  evidenceDigest,
});

/** Whether the server has looked at it and taken nothing. */
const isRefused = (fault: Fault): boolean =>
  fault.kind === "invalid" || fault.kind === "forbidden" || fault.kind === "limitReached";

const isLost = (fault: Fault): boolean =>
  (fault.kind === "notFound" && fault.what === "organization") ||
  (fault.kind === "forbidden" && fault.refusal.code === "notMember");
