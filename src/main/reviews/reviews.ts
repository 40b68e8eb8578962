import { answered, failed, type Answer } from "#contract/answer.ts";
import type { DesktopInput } from "#contract/desktop.ts";
import type { DeskReview, DeskReviewPart, DeskStage } from "#contract/entities/deskReview.ts";
import type { Fault } from "#contract/fault.ts";
import type { FeedEvent } from "#contract/feed.ts";
import type { ExportFiles } from "../exports/export-files.ts";
import type { Logger } from "../logger.ts";
import type { Remote } from "../remote/remote.ts";
import { createCourier, type AskKept, type PartWork, type Telling } from "./courier.ts";
import { saveEvidence } from "./evidence.ts";

export interface ReviewsParts {
  readonly remote: Remote;
  readonly ask: AskKept;
  readonly files: ExportFiles;
  readonly logger: Logger;
  readonly online: () => boolean;
  /** The server did not answer. */
  readonly onOffline: () => void;
  readonly lost: (organizationId: string) => Promise<void>;
  readonly onChange: () => void;
}

type Told = Promise<Answer<DeskReview>>;

/** The reviews of the person, between what is kept on this computer and the server. */
export interface Reviews {
  readonly ask: AskKept;
  send(reviewId: string): Told;
  refresh(reviewId: string): Told;
  apply(reviewId: string): Told;
  reopen(input: DesktopInput<"reviews.reopen">): Told;
  answer(input: DesktopInput<"reviews.answer">): Told;
  decideAgain(input: DesktopInput<"reviews.decideAgain">): Told;
  finish(reviewId: string, undecidedReason: string): Told;
  abandon(reviewId: string): Promise<Answer<{ dropped: boolean }>>;
  saveEvidence(input: DesktopInput<"reviews.saveEvidence">): Promise<Answer<{ file: string }>>;
  heard(event: FeedEvent): void;
}

const notFound = failed({ kind: "notFound", what: "review" });
/** So many at once reach the server as one command. */
const againAtOnce = 1_000;
/** Where decisions that no longer fit are decided again. */
const deciding: readonly DeskStage[] = ["submitted", "applied"];
/** Decided, and not yet at the server as a whole. */
const unsent: readonly DeskStage[] = ["waiting", "sending"];
const underWay: readonly DeskStage[] = ["sending", "submitted", "applying", "applied"];

export function createReviews(parts: ReviewsParts): Reviews {
  const { remote, ask, files, logger, onChange } = parts;
  const courier = createCourier(parts);
  const get = async (reviewId: string): Told =>
    (await ask("reviews.get", { reviewId })) ?? failed({ kind: "internal" });
  /** Does something for each part at these stages. What stops one is answered once all others were tried. */
  const forEach = async (reviewId: string, stages: readonly DeskStage[], work: PartWork): Told => {
    const review = await get(reviewId);
    if (!review.ok) return review;
    let fault: Fault | null = null;
    for (const part of review.value.parts.filter(({ stage }) => stages.includes(stage))) {
      const answer = await work(review.value, part);
      if (!answer.ok) fault ??= answer.fault;
      if (fault?.kind === "offline") break;
    }
    onChange();
    return fault === null ? await get(reviewId) : failed(fault);
  };
  /** Does something for the part of one organization, if it is at one of these stages. */
  const inPart = async (
    { reviewId, organizationId }: { readonly reviewId: string; readonly organizationId: string },
    stages: readonly DeskStage[],
    work: PartWork,
  ): Told => {
    const review = await get(reviewId);
    if (!review.ok) return review;
    const part = review.value.parts.find((each) => each.organizationId === organizationId);
    if (part === undefined) return notFound;
    if (!stages.includes(part.stage)) return failed({ kind: "conflict", code: "reviewStatus" });
    const answer = await work(review.value, part);
    onChange();
    return answer.ok ? await get(reviewId) : answer;
  };
  const tell = async (reviewId: string, stages: readonly DeskStage[], what: Telling): Told =>
    await forEach(reviewId, stages, async (review, part) => await courier.tell(review, part, what));
  const sendNow = async (reviewId: string, stages: readonly DeskStage[]): Told => {
    if (parts.online()) {
      const answer = await forEach(reviewId, stages, courier.send);
      if (answer.ok || answer.fault.kind !== "offline") return answer;
      parts.onOffline();
    }
    // Without a connection it waits for one.
    const open = stages.filter((stage) => stage === "open");
    return await forEach(reviewId, open, async (review, { organizationId }) => {
      await ask("reviews.note", { reviewId: review.id, organizationId, part: { stage: "waiting" } });
      return answered(null);
    });
  };
  const sending = new Map<string, Told>();
  /** One after the other: the second of two windows finds it sent. */
  const send = async (reviewId: string, stages: readonly DeskStage[] = ["open", ...unsent]): Told => {
    const begin = async () => await sendNow(reviewId, stages);
    const mine = (sending.get(reviewId) ?? Promise.resolve()).then(begin, begin);
    sending.set(reviewId, mine);
    try {
      return await mine;
    } finally {
      if (sending.get(reviewId) === mine) sending.delete(reviewId);
    }
  };
  const refresh = async (reviewId: string): Told => await forEach(reviewId, underWay, courier.refresh);
  const takeUp = async (of: (part: DeskReviewPart) => boolean, again: boolean) => {
    const list = await ask("reviews.list", {});
    for (const review of list?.ok === true ? list.value.items : []) {
      const stages = new Set(review.parts.filter(of).map(({ stage }) => stage));
      // What is being decided, or was taken back to it, is not sent by itself.
      if (again && unsent.some((stage) => stages.has(stage))) await send(review.id, unsent);
      else if (underWay.some((stage) => stages.has(stage))) await refresh(review.id);
    }
  };
  const keep = async (reviewId: string, organizationId: string, part: Partial<DeskReviewPart>) => {
    const kept = await ask("reviews.note", { reviewId, organizationId, part });
    return kept === null ? failed({ kind: "internal" }) : answered(null);
  };
  return {
    ask,
    send: async (reviewId) => await send(reviewId),
    refresh,
    apply: async (reviewId) => await tell(reviewId, ["submitted"], { act: "apply" }),
    finish: async (reviewId, undecidedReason) => await tell(reviewId, ["applied"], { act: "finish", undecidedReason }),
    // Nothing of it has reached the server.
    reopen: async ({ reviewId, organizationId }) =>
      await inPart(
        { reviewId, organizationId },
        ["waiting"],
        async () => await keep(reviewId, organizationId, { stage: "open" }),
      ),
    answer: async ({ reviewId, organizationId, answers }) =>
      await inPart(
        { reviewId, organizationId },
        deciding,
        async () => await keep(reviewId, organizationId, { answers }),
      ),
    decideAgain: async ({ items, ...ids }) =>
      await inPart(ids, deciding, async (review, part) => {
        const left = new Map(Object.entries(part.answers ?? {}));
        for (let from = 0; from < items.length; from += againAtOnce) {
          const some = items.slice(from, from + againAtOnce);
          const told = await courier.tell(review, part, { act: "decideAgain", items: some });
          if (!told.ok) return told;
          // Should the next ones not arrive, these are answered no second time.
          for (const { memberId } of some) left.delete(memberId);
          const kept = await keep(ids.reviewId, ids.organizationId, { answers: Object.fromEntries(left) });
          if (!kept.ok) return kept;
        }
        return await keep(ids.reviewId, ids.organizationId, { answers: {} });
      }),
    abandon: async (reviewId) => {
      const told = await tell(reviewId, underWay, { act: "abandon" });
      if (!told.ok && told.fault.kind !== "notFound") return told;
      const dropped = await ask("reviews.drop", { reviewId });
      onChange();
      return dropped ?? failed({ kind: "internal" });
    },
    saveEvidence: async (wish) => await saveEvidence({ remote, files, logger }, wish),
    heard: (event) => {
      if (event.type === "ready") void takeUp(() => true, true);
      if (event.type === "reviewChanged") void takeUp(({ reviewId }) => reviewId === event.reviewId, false);
    },
  };
}
