import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { Fault } from "#contract/fault.ts";
import { faultText } from "./page/faultText.ts";
import classes from "./toast.module.css";
import { recoverFocus } from "./keyboard/keyboardFocus.ts";

/** How long a deed can be undone from its toast, in milliseconds. */
export const undoTime = 10_000;

/** By then a toast that was answered has left the screen, in milliseconds. */
const leaving = 200;

const look = {
  classNames: { root: classes["root"] ?? "", description: classes["text"] ?? "", icon: classes["icon"] ?? "" },
  withBorder: false,
};

interface Done {
  /** What the person got, as a sentence: 'Dana can now manage billing'. */
  readonly message: string;
  /** Takes it back; the word on the button comes with it. `local`: no server is needed for that. */
  readonly undo?: { readonly label: string; readonly run: () => void; readonly local?: true };
}

type Toast = Parameters<typeof notifications.show>[0] & { id: string };

/** Toasts whose Undo needs the server, as they are with it and without. */
const undoable = new Map<string, { readonly offered: Toast; readonly withdrawn: Toast }>();

/** Says what was done, in one line; with Undo it stays for 10 seconds. */
export function toastDone({ message, undo }: Done): string {
  const id = crypto.randomUUID();
  const take = () => {
    notifications.hide(id);
    setTimeout(() => recoverFocus(null), leaving);
    undo?.run();
  };
  const plain = {
    ...look,
    id,
    icon: <IconCheck size={14} />,
    color: "green",
    autoClose: 5000,
    withCloseButton: false,
    message,
    onClose: () => void undoable.delete(id),
  };
  if (undo === undefined) return notifications.show(plain);
  const offered = {
    ...plain,
    autoClose: undoTime,
    message: (
      <span className={classes["line"]}>
        {message}
        <Button size="compact-xs" variant="subtle" onClick={take}>
          {undo.label}
        </Button>
      </span>
    ),
  };
  if (undo.local === undefined) undoable.set(id, { offered, withdrawn: { ...plain, autoClose: undoTime } });
  return notifications.show(offered);
}

/** Takes Undo away from what was done at the server, which cannot be undone while it is not reached. */
export function withdrawUndo(): void {
  for (const { withdrawn } of undoable.values()) notifications.update(withdrawn);
}

/** Gives it back to those that are still shown. */
export function offerUndo(): void {
  for (const { offered } of undoable.values()) notifications.update(offered);
}

/** Takes a toast off the screen, whose Undo no longer undoes what it says. */
export const endToast = (id: string): void => void notifications.hide(id);

/** Takes all of them off the screen: whom they were for is gone. */
export function endToasts(): void {
  undoable.clear();
  notifications.clean();
}

/** Says what has happened without the person's doing, in one line. */
export function toastNews(message: string): string {
  return notifications.show({
    ...look,
    icon: <IconInfoCircle size={14} />,
    color: "gray",
    autoClose: 5000,
    withCloseButton: false,
    message,
  });
}

/** Says what went wrong; stays until it is dismissed and carries the request id. */
export function toastFault(t: TFunction<"common">, fault: Fault, what?: string): string {
  return notifications.show({
    ...look,
    icon: <IconAlertCircle size={14} />,
    color: "red",
    autoClose: false,
    closeButtonProps: { "aria-label": t("action.dismiss") },
    message: (
      <span>
        {what ? `${what} ` : ""}
        {faultText(t, fault)}
        {fault.requestId ? (
          <span className={classes["id"]}>{t("error.requestId", { id: fault.requestId })}</span>
        ) : null}
      </span>
    ),
  });
}
