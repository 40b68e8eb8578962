import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog.tsx";
import { recoverFocus } from "./useReturnFocus.ts";

interface Explaining {
  readonly explain: (explanation: ReactNode) => void;
  /** To be placed beside the menu, which is gone by the time that it opens. */
  readonly dialog: ReactNode;
}

/** What a refused entry of a menu has to say, in a dialog: the menu closes over it. */
export function useExplaining(): Explaining {
  const { t } = useTranslation();
  const [explanation, setExplanation] = useState<ReactNode>(null);
  const opener = useRef<Element | null>(null);
  const explain = (next: ReactNode) => {
    opener.current = openerOfMenu();
    setExplanation(next);
  };
  const close = () => {
    setExplanation(null);
    setTimeout(() => recoverFocus(opener.current));
  };
  const dialog =
    explanation === null ? null : (
      <Dialog title={t("action.why")} size={400} onClose={close}>
        {explanation}
      </Dialog>
    );
  return { explain, dialog };
}

/** The button whose menu has the keyboard. */
function openerOfMenu(): Element | null {
  const id = document.activeElement?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return id ? document.getElementById(id) : null;
}
