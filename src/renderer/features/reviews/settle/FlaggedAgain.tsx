import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { DecidedAgain, ReviewPreview } from "#contract/entities/review.ts";
import { answersTo, decisionAgain } from "#domain/review/again.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Flagged, type Answers, type FlaggedPerson } from "./Flagged.tsx";
import classes from "./Settle.module.css";
import { useFlagged } from "./useFlagged.ts";

interface FlaggedAgainProps {
  readonly review: DeskReview;
  readonly part: DeskReviewPart;
  readonly preview: ReviewPreview;
}

const none: Answers = new Map();

/** Decisions that no longer fit, each to be decided again. What is answered is kept here until all of it is sent. */
export function FlaggedAgain({ review, part, preview }: FlaggedAgainProps) {
  const { t } = useTranslation("reviews");
  const { organizationId } = part;
  const [answers, setAnswers] = useState<Answers>(() => new Map(Object.entries(part.answers ?? {})));
  const keep = useCommand("reviews.answer");
  const again = useCommand("reviews.decideAgain", { onDone: () => setAnswers(none) });
  const answer = (next: Answers) => {
    setAnswers(next);
    void keep.run({ reviewId: review.id, organizationId, answers: Object.fromEntries(next) });
  };
  const people = useFlagged(review, part, preview);
  const items = people.flatMap((person) => againOf(person, answers));
  if (people.length === 0) return null;
  return (
    <Flagged people={people} answers={answers} onChange={answer}>
      {items.length > 0 ? (
        <div className={classes["saves"]}>
          <CommandButton
            variant="default"
            loading={again.pending}
            onClick={() => void again.run({ reviewId: review.id, organizationId, items })}
          >
            {t("again.send", { count: items.length })}
          </CommandButton>
          <Button variant="subtle" disabled={again.pending} onClick={() => answer(none)}>
            {t("again.clear")}
          </Button>
        </div>
      ) : null}
    </Flagged>
  );
}

/** What an answer tells the server; nothing where nobody answered, or the answer fits no more: it arrived already. */
function againOf(person: FlaggedPerson, answers: Answers): DecidedAgain[] {
  const { memberId, decision, present } = person;
  const answer = answers.get(memberId);
  if (answer === undefined || !answersTo(person).includes(answer)) return [];
  const next = decisionAgain(answer, decision);
  if (next === null) return [{ memberId, seen: null, decision: null }];
  if (present === null || present.status === "removed") return [];
  return [{ memberId, seen: { role: present.role, status: present.status }, decision: next }];
}
