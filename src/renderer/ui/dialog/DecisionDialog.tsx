import { Button, TextInput } from "@mantine/core";
import { useContext, useState, type FormEvent, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { outOfSentence } from "#renderer/i18n/inSentence.ts";
import { CommandButton, NoChanges } from "../CommandButton.tsx";
import classes from "./DecisionDialog.module.css";
import { Dialog, DialogFooter } from "./Dialog.tsx";
import { FaultNotice } from "../page/FaultNotice.tsx";

/** One thing that a decision touches: people, seats, money, access. */
export interface Impact {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly text: ReactNode;
  readonly tone?: "warning" | "danger";
}

interface DecisionDialogProps {
  readonly opened: boolean;
  /** A verb first: 'Remove Dana from Acme'. */
  readonly title: string;
  /** What will happen, in plain words. */
  readonly children?: ReactNode;
  readonly impact?: readonly Impact[];
  /** A verb: 'Remove', 'Delete organization'. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly tone?: "danger";
  /** Must be typed; only for what cannot be undone. */
  readonly typedConfirmation?: string;
  /** Another proof beside the typed words, such as the password. */
  readonly confirmation?: ReactNode;
  readonly pending?: boolean;
  readonly fault?: Fault | null;
  /** Keeps the button disabled while a field inside is not ready. */
  readonly ready?: boolean;
  /** It concerns this computer alone, so that no server is needed. */
  readonly local?: boolean;
  /** Width in pixels. */
  readonly size?: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A decision: what will happen, what it touches, and two buttons with verbs. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { opened, title, size, onClose } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={title} {...(size ? { size } : {})}>
      <Decision {...props} />
    </Dialog>
  );
}

function Decision(props: DecisionDialogProps) {
  const { children, impact = [], typedConfirmation, pending = false, ready = true } = props;
  const { t } = useTranslation();
  const noChanges = useContext(NoChanges);
  const [typed, setTyped] = useState("");
  const confirmed =
    ready && (typedConfirmation === undefined || outOfSentence(typed) === outOfSentence(typedConfirmation));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirmed && !pending) props.onConfirm();
  };
  return (
    <form onSubmit={submit} className={classes["form"]}>
      {children ? <div>{children}</div> : null}
      <ImpactList impact={impact} />
      <DialogFooter pending={pending} before={<Asked {...props} typed={typed} onTyped={setTyped} />}>
        {/* Unless there is something to fill in: nobody agrees by a key pressed too often. */}
        <Button variant="default" data-autofocus onClick={props.onClose} disabled={pending}>
          {props.cancelLabel ?? t("action.cancel")}
        </Button>
        <NoChanges value={props.local ? null : noChanges}>
          <CommandButton
            type="submit"
            loading={pending}
            disabled={!confirmed}
            {...(props.tone ? { color: "red" } : {})}
          >
            {props.confirmLabel}
          </CommandButton>
        </NoChanges>
      </DialogFooter>
    </form>
  );
}

interface AskedProps extends DecisionDialogProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** What must be given before the verb does anything, and what went wrong when it did. */
function Asked({ typedConfirmation, confirmation, fault, typed, onTyped }: AskedProps) {
  const { t } = useTranslation();
  return (
    <>
      {typedConfirmation === undefined ? null : (
        <TextInput
          data-autofocus
          autoComplete="off"
          label={
            <Trans
              t={t}
              i18nKey="confirm.type"
              values={{ text: typedConfirmation }}
              components={[<strong key="text" />]}
            />
          }
          value={typed}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
      )}
      {confirmation}
      <FaultNotice fault={fault ?? null} />
    </>
  );
}

/** What a decision touches, one line each. */
export function ImpactList({ impact }: { impact: readonly Impact[] }) {
  if (impact.length === 0) return null;
  return (
    <ul className={classes["impact"]}>
      {impact.map((item) => (
        <li key={item.id} data-tone={item.tone}>
          {item.icon}
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
