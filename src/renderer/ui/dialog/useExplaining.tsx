import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog.tsx";

interface Explaining {
  readonly explain: (explanation: ReactNode) => void;
  /** To be placed beside the menu, which is gone by the time that it opens. */
  readonly dialog: ReactNode;
}

/** What a refused entry of a menu has to say, in a dialog: the menu closes over it. */
export function useExplaining(): Explaining {
  const { t } = useTranslation();
  const [explanation, setExplanation] = useState<ReactNode>(null);
  const dialog =
    explanation === null ? null : (
      <Dialog title={t("action.why")} size={400} onClose={() => setExplanation(null)}>
        {explanation}
      </Dialog>
    );
  return { explain: setExplanation, dialog };
}
