import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { peopleIn, stageOf } from "#renderer/app/reviews/stage.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Page } from "#renderer/ui/page/Page.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { AbandonDialog } from "../AbandonDialog.tsx";
import { useReviewTitle } from "#renderer/app/reviews/useReviewTitle.ts";
import { FinishDialog } from "./FinishDialog.tsx";
import { Part } from "./Part.tsx";
import classes from "./Settle.module.css";
import { useChanges } from "./useChanges.ts";

/** What becomes of decisions once deciding is over: sent, checked, applied, signed. */
export function SettlePage({ review }: { review: DeskReview }) {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const title = useReviewTitle();
  const [asking, setAsking] = useState<"abandon" | "finish" | null>(null);
  const stage = stageOf(review);
  const over = stage === "finished" || stage === "abandoned" || stage === "ended";
  return (
    <Page
      title={title(review)}
      count={t("people", { count: peopleIn(review) })}
      layout="scroll"
      secondary={[
        {
          id: "abandon",
          label: over ? t("row.forget") : t("decide.abandon"),
          icon: <IconTrash size={16} />,
          tone: "danger",
          onSelect: () => setAsking("abandon"),
        },
      ]}
      primary={<Primary review={review} onFinish={() => setAsking("finish")} />}
    >
      <div className={classes["parts"]}>
        {review.parts.map((part) => (
          <Part key={part.organizationId} review={review} part={part} />
        ))}
      </div>
      {asking === "finish" ? <FinishDialog review={review} onClose={() => setAsking(null)} /> : null}
      {asking === "abandon" ? (
        <AbandonDialog
          review={review}
          over={over}
          onClose={() => setAsking(null)}
          onDone={() => void navigate(paths.reviews)}
        />
      ) : null}
    </Page>
  );
}

/** The one thing to do next. */
function Primary({ review, onFinish }: { review: DeskReview; onFinish: () => void }) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const changes = useChanges(review);
  const apply = useCommand("reviews.apply");
  const stage = stageOf(review);
  if (stage === "submitted") {
    const { unchecked } = changes;
    const notChecked = unchecked === null ? null : t("settle.unchecked", { organization: unchecked });
    return (
      <Reason because={online ? notChecked : t("settle.needsOnline")}>
        <Button loading={apply.pending || changes.pending} onClick={() => void apply.run({ reviewId: review.id })}>
          {t("settle.apply", { count: changes.will })}
        </Button>
      </Reason>
    );
  }
  if (stage !== "applied") return null;
  return (
    <Reason because={online ? null : t("settle.signOffline")}>
      <Button onClick={onFinish}>{t("settle.finish")}</Button>
    </Reason>
  );
}
