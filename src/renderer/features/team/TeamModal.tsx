import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./TeamModal.module.css";

interface TeamModalProps {
  readonly title: string;
  readonly opened?: boolean;
  readonly size?: number;
  /** What Esc and the cross do, in a word. */
  readonly closeLabel: string;
  /** False while a stray click must not end what is going on. */
  readonly closesOutside?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that is more than one decision: a form, a work under way, a report. */
export function TeamModal(props: TeamModalProps) {
  const { title, opened = true, size = 480, closeLabel, closesOutside = true, onClose, children } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeOnClickOutside={closesOutside}
      closeButtonProps={{ "aria-label": closeLabel }}
      classNames={{ title: classes["title"] ?? "", header: classes["header"] ?? "", body: classes["body"] ?? "" }}
    >
      {children}
    </Modal>
  );
}

/** The buttons of such a dialog; they stay in sight while the rest scrolls. */
export function TeamModalFooter({ children }: { children: ReactNode }) {
  return <footer className={classes["footer"]}>{children}</footer>;
}
