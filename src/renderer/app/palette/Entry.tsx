import { Combobox } from "@mantine/core";
import type { ReactNode } from "react";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Palette.module.css";

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** In grey behind the label: an address. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** At the right: a shortcut or a role. */
  readonly mark?: ReactNode;
  /** Why it is not possible; it stays in sight and says so. */
  readonly reason?: string | null;
  /** More about the reason, for whoever chooses it all the same. */
  readonly explanation?: ReactNode;
  readonly run: () => void;
}

export function Entry({ entry }: { entry: PaletteEntry }) {
  const detail = entry.reason ?? entry.detail;
  return (
    <Combobox.Option
      value={entry.id}
      className={classes["entry"] ?? ""}
      data-refused={entry.reason ? true : undefined}
      aria-disabled={entry.reason ? true : undefined}
    >
      <span className={classes["icon"]}>{entry.icon}</span>
      <span className={classes["texts"]}>
        <Truncate>{entry.label}</Truncate>
        {detail ? <Truncate className={classes["detail"]}>{detail}</Truncate> : null}
      </span>
      {entry.mark}
    </Combobox.Option>
  );
}
