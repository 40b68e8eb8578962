import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { endToast, toastDone } from "#renderer/ui/toast.tsx";
import { decisionOf, optionOf, type Rules } from "./useRules.ts";
import type { usePeople } from "./usePeople.ts";

interface Parts {
  readonly review: DeskReview;
  readonly take: ReturnType<typeof usePeople>["take"];
  readonly current: DeskReviewPerson | null;
  readonly rulesOf: (person: DeskReviewPerson) => Rules;
  readonly step: (by: 1 | -1) => void;
  readonly moveTo: (memberId: string) => void;
}

/** The acts of a reviewer. A decision moves on to the next person at once; a refused one says why and stays. */
export function useDecisions({ review, take, current, rulesOf, step, moveTo }: Parts) {
  const { t } = useTranslation("reviews");
  const [refusal, setRefusal] = useState<{ readonly memberId: string; readonly text: string } | null>(null);
  const [choosing, setChoosing] = useState<string | null>(null);
  const reviewId = review.id;
  const offered = useOfferedUndo();
  const acted: typeof take = (marks) => {
    offered.end();
    take(marks);
  };
  const decide = useCommand("reviews.decide", { onDone: acted });
  const comment = useCommand("reviews.comment", { onDone: acted });
  const undo = useCommand("reviews.undo", {
    repeats: true,
    onDone: (undone) => {
      acted(undone);
      const [first] = undone.marks;
      if (undone.marks.length === 1 && first) moveTo(first.memberId);
    },
  });
  const choose = (decision: ReviewDecision | null) => {
    setChoosing(null);
    if (current === null) return;
    const { memberId } = current;
    const option = decision === null ? undefined : optionOf(rulesOf(current).options, decision);
    const text = decision !== null && option === undefined ? t("decide.you") : (option?.refusal ?? null);
    setRefusal(text === null ? null : { memberId, text });
    if (text !== null) return;
    void decide.run({ reviewId, decisions: [{ memberId, decision }] });
    if (decision !== null) step(1);
  };
  return {
    choose,
    accept: () => {
      const decision = current && decisionOf(current);
      if (decision) choose(decision);
    },
    /** The roles to pick from, while one is being chosen for the person looked at. */
    choosing: current !== null && choosing === current.memberId,
    beginRole: () => {
      if (current === null) return;
      const roles = rulesOf(current).options.filter(({ decision }) => decision.kind === "changeRole");
      const open = roles.some(({ refusal: each }) => each === null);
      const text = open ? null : (roles[0]?.refusal ?? null);
      setRefusal(text === null ? null : { memberId: current.memberId, text });
      setChoosing(open ? current.memberId : null);
    },
    endRole: () => setChoosing(null),
    refusal: refusal !== null && refusal.memberId === current?.memberId ? refusal.text : null,
    undo: () => void undo.run({ reviewId }),
    /** Says what the last act did, with a way back for as long as it is the last. */
    offerUndo: (message: string) =>
      offered.begin(
        toastDone({
          message,
          undo: { label: t("act.undo"), run: () => void undo.run({ reviewId }), local: true },
        }),
      ),
    comment: (memberId: string, text: string) => void comment.run({ reviewId, memberId, comment: text }),
    decideAll: async (decisions: readonly { memberId: string; decision: ReviewDecision }[]) =>
      await decide.run({ reviewId, decisions: [...decisions] }),
  };
}

/** A toast that offers to undo the last act: gone once another follows, or the review is no longer decided here. */
function useOfferedUndo() {
  const toast = useRef<string | null>(null);
  const end = useCallback(() => {
    if (toast.current !== null) endToast(toast.current);
    toast.current = null;
  }, []);
  useEffect(() => end, [end]);
  return {
    begin: (id: string) => {
      toast.current = id;
    },
    end,
  };
}

export type Decisions = ReturnType<typeof useDecisions>;
