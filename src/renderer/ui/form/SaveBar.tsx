import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Fault } from "#contract/fault.ts";
import { CommandButton } from "../CommandButton.tsx";
import { FaultNotice } from "../page/FaultNotice.tsx";
import classes from "./SaveBar.module.css";
import { useBottomBar } from "../page/useBottomBar.ts";
import { useLeavingFocus } from "../keyboard/useReturnFocus.ts";

interface SaveBarProps {
  readonly label: string;
  /** What is not saved yet. */
  readonly text: ReactNode;
  readonly discardLabel: string;
  readonly saveLabel: string;
  /** Why it may not be saved. */
  readonly because?: string | null;
  readonly pending: boolean;
  /** Why it could not be saved: here, since the form's head may be out of sight. */
  readonly fault?: Fault | null;
  readonly onDiscard: () => void;
}

/** Stays at the bottom of a form while something is not saved; the keyboard does not go with its buttons. */
export function SaveBar(props: SaveBarProps) {
  const { label, text, discardLabel, saveLabel, because = null, pending, fault = null, onDiscard } = props;
  useLeavingFocus();
  useBottomBar();
  return (
    <section className={classes["bar"]} aria-label={label}>
      <FaultNotice fault={fault} />
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
