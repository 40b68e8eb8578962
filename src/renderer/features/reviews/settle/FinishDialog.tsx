import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { Fault } from "#contract/fault.ts";
import { decidedIn, peopleIn } from "#renderer/app/reviews/stage.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";

/** Ends a review; what was left undecided needs a reason. */
export function FinishDialog({ review, onClose }: { review: DeskReview; onClose: () => void }) {
  const { t } = useTranslation("reviews");
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const finish = useCommand("reviews.finish", { onDone: onClose, onFault: setFault });
  const undecided = peopleIn(review) - decidedIn(review);
  const flagged = review.parts.reduce((sum, { counts }) => sum + counts.flagged, 0);
  return (
    <DecisionDialog
      opened
      title={t("settle.finish")}
      confirmLabel={t("settle.finish")}
      impact={[
        ...(flagged > 0
          ? [{ id: "flagged", text: t("settle.leftSo", { count: flagged }), tone: "warning" as const }]
          : []),
        ...(undecided > 0 ? [{ id: "undecided", text: t("settle.undecided", { count: undecided }) }] : []),
      ]}
      confirmation={
        undecided > 0 ? (
          <Textarea
            data-autofocus
            label={t("settle.reasonLabel")}
            maxLength={500}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null
      }
      ready={undecided === 0 || reason.trim() !== ""}
      pending={finish.pending}
      fault={fault}
      onConfirm={() => void finish.run({ reviewId: review.id, undecidedReason: reason.trim() })}
      onClose={onClose}
    >
      {t("settle.finishText")}
    </DecisionDialog>
  );
}
