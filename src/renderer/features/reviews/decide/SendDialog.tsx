import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { Fault } from "#contract/fault.ts";
import { decidedIn, peopleIn } from "#renderer/app/reviews/stage.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";

/** Deciding is over: the decisions go to the server, or wait for a connection. */
export function SendDialog({ review, onClose }: { review: DeskReview; onClose: () => void }) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const [fault, setFault] = useState<Fault | null>(null);
  const send = useCommand("reviews.send", { onDone: onClose, onFault: setFault });
  const undecided = peopleIn(review) - decidedIn(review);
  const impact = undecided > 0 ? [{ id: "undecided", text: t("send.undecided", { count: undecided }) }] : [];
  return (
    <DecisionDialog
      opened
      local
      title={t("send.title")}
      confirmLabel={online ? t("send.confirm") : t("send.wait")}
      impact={impact}
      pending={send.pending}
      fault={fault}
      onConfirm={() => void send.run({ reviewId: review.id })}
      onClose={onClose}
    >
      {online ? t("send.what") : t("send.offline")}
    </DecisionDialog>
  );
}
