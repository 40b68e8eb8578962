import { Modal } from "@mantine/core";
import { createContext, useCallback, useContext, useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Dialog.module.css";
import { useEscape } from "../keyboard/useEscape.ts";
import { useReturnFocus } from "../keyboard/useReturnFocus.ts";

interface DialogProps {
  readonly title: string;
  readonly opened?: boolean;
  /** Width in pixels. */
  readonly size?: number;
  /** What Esc and the cross do, in a word; 'Close' without it. */
  readonly closeLabel?: string;
  /** False while a stray click must not end what is going on. */
  readonly closesOutside?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Tells the dialog whether something is under way in it, whose end nobody would learn if it closed. */
const Hold = createContext<(pending: boolean) => void>(() => {});

/** In React's tree a dialog may stand in a form of the page, which would take its submission for its own. */
const keepInside = (event: FormEvent) => event.stopPropagation();

/** The one dialog: a decision, a form, a work under way, a list. Its title is a verb. */
export function Dialog(props: DialogProps) {
  const { title, opened = true, size = 480, closeLabel, closesOutside = true, onClose, children } = props;
  const { t } = useTranslation();
  const { dialog, onExit } = useReturnFocus(opened);
  const held = useRef(false);
  const hold = useCallback((pending: boolean) => {
    held.current = pending;
  }, []);
  const close = () => {
    if (!held.current) onClose();
  };
  useEscape(opened, dialog, close);
  return (
    <Modal
      ref={dialog}
      opened={opened}
      onClose={close}
      closeOnEscape={false}
      onSubmit={keepInside}
      onExitTransitionEnd={onExit}
      title={title}
      size={size}
      centered
      closeOnClickOutside={closesOutside}
      closeButtonProps={{ "aria-label": closeLabel ?? t("action.close"), iconSize: 18 }}
      classNames={{
        content: classes["content"] ?? "",
        title: classes["title"] ?? "",
        header: classes["header"] ?? "",
        body: classes["body"] ?? "",
        close: classes["close"] ?? "",
      }}
    >
      <Hold value={hold}>{children}</Hold>
    </Modal>
  );
}

interface DialogFooterProps {
  /** What must be filled in or read before the buttons do anything. */
  readonly before?: ReactNode;
  /** Whether what a button does is under way: until it is over, nothing closes the dialog. */
  readonly pending?: boolean;
  readonly children: ReactNode;
}

/** The buttons of a dialog and what they wait for; they stay in sight while the rest scrolls. */
export function DialogFooter({ before, pending = false, children }: DialogFooterProps) {
  const hold = useContext(Hold);
  useEffect(() => {
    hold(pending);
    return () => hold(false);
  }, [hold, pending]);
  return (
    <div className={classes["foot"]}>
      {before}
      <footer className={classes["buttons"]}>{children}</footer>
    </div>
  );
}
