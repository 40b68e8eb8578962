import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { UnsentReviews } from "./UnsentReviews.tsx";

interface SignOutDialogProps {
  /** At least one. */
  readonly unsent: readonly DeskReview[];
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What signing out would lose, by name. */
export function SignOutDialog({ unsent, pending, onConfirm, onClose }: SignOutDialogProps) {
  const { t } = useTranslation("reviews");
  return (
    <DecisionDialog
      opened
      local
      tone="danger"
      title={t("signOut.title")}
      confirmLabel={t("signOut.confirm")}
      pending={pending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <UnsentReviews reviews={unsent} />
    </DecisionDialog>
  );
}
