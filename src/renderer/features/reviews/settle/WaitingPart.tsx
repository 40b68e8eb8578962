import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { usePeople } from "../decide/usePeople.ts";
import { ChangeList, type ChangedPerson } from "./ChangeList.tsx";
import { Outline } from "./Outline.tsx";
import classes from "./Settle.module.css";

interface WaitingPartProps {
  readonly review: DeskReview;
  readonly part: DeskReviewPart;
}

/** What was decided here and waits for a connection, and the way back to deciding. */
export function WaitingPart({ review, part: { organizationId } }: WaitingPartProps) {
  const { t } = useTranslation("reviews");
  const back = useCommand("reviews.reopen");
  const { people, isPending } = usePeople(review.id);
  const here = useMemo(
    () => people.filter((person) => person.organizationId === organizationId),
    [people, organizationId],
  );
  const changed = here.flatMap((person): ChangedPerson[] => {
    const { decision } = person.mark;
    return decision === null || decision.kind === "keep" ? [] : [{ person, decision }];
  });
  const kept = here.filter(({ mark }) => mark.decision?.kind === "keep").length;
  const undecided = here.length - kept - changed.length;
  return (
    <>
      <p className={classes["text"]}>{t("settle.waiting")}</p>
      {isPending ? null : (
        <Outline
          lines={[
            {
              tone: "will",
              text: changed.length > 0 ? t("settle.decided", { count: changed.length }) : t("settle.nothing"),
            },
            kept > 0 ? { tone: "kept", text: t("settle.kept", { count: kept }) } : null,
            undecided > 0 ? { tone: "quiet", text: t("settle.undecided", { count: undecided }) } : null,
          ]}
        />
      )}
      <ChangeList changed={changed} />
      <Button
        variant="default"
        size="compact-sm"
        loading={back.pending}
        onClick={() => void back.run({ reviewId: review.id, organizationId })}
      >
        {t("settle.back")}
      </Button>
    </>
  );
}
