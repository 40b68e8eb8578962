import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { CommandButton } from "./CommandButton.tsx";
import classes from "./SaveBar.module.css";
import { useLeavingFocus } from "./useReturnFocus.ts";

interface SaveBarProps {
  readonly label: string;
  /** What is not saved yet. */
  readonly text: ReactNode;
  readonly discardLabel: string;
  readonly saveLabel: string;
  /** Why it may not be saved. */
  readonly because?: string | null;
  readonly pending: boolean;
  readonly onDiscard: () => void;
}

/** Stays at the bottom of a form while something is not saved; the keyboard does not go with its buttons. */
export function SaveBar({ label, text, discardLabel, saveLabel, because = null, pending, onDiscard }: SaveBarProps) {
  useLeavingFocus();
  return (
    <section className={classes["bar"]} aria-label={label}>
      <output className={classes["text"]}>{text}</output>
      <Button variant="default" disabled={pending} onClick={onDiscard}>
        {discardLabel}
      </Button>
      <CommandButton type="submit" because={because} loading={pending}>
        {saveLabel}
      </CommandButton>
    </section>
  );
}
