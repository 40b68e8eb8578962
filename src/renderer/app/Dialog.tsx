import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Dialog.module.css";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Width in pixels. */
  readonly size: number;
  readonly children: ReactNode;
}

/** A dialog of the frame that is more than a decision: a form, a list. */
export function Dialog({ opened, onClose, title, size, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      classNames={{ title: classes["title"] ?? "", header: classes["header"] ?? "", body: classes["body"] ?? "" }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {children}
    </Modal>
  );
}
