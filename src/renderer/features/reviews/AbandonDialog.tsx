import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { Fault } from "#contract/fault.ts";
import { isUnsent } from "#renderer/app/reviews/stage.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";

interface AbandonDialogProps {
  readonly review: DeskReview;
  /** Nothing becomes of it any more: it is only taken off this computer. */
  readonly over: boolean;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Gives a review up, or takes one that is over off this computer. */
export function AbandonDialog({ review, over, onClose, onDone = onClose }: AbandonDialogProps) {
  const { t } = useTranslation("reviews");
  const [fault, setFault] = useState<Fault | null>(null);
  const options = { onDone: () => onDone(), onFault: setFault };
  const drop = useCommand("reviews.drop", options);
  const abandon = useCommand("reviews.abandon", options);
  const act = over ? drop : abandon;
  const words = over ? ("forget" as const) : ("abandon" as const);
  return (
    <DecisionDialog
      opened
      local={over || isUnsent(review)}
      title={t(`${words}.title`)}
      confirmLabel={t(`${words}.confirm`)}
      tone="danger"
      pending={act.pending}
      fault={fault}
      onConfirm={() => void act.run({ reviewId: review.id })}
      onClose={onClose}
    >
      {t(`${words}.what`)}
    </DecisionDialog>
  );
}
