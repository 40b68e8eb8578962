import { CloseButton, Tooltip } from "@mantine/core";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { ActionButtons } from "../ActionButtons.tsx";
import { ActionMenu, type MenuAction } from "../ActionMenu.tsx";
import classes from "./TableToolbar.module.css";

interface SelectionBarProps {
  readonly count: number;
  readonly actions: readonly MenuAction[];
  readonly onClear: () => void;
  /** The keyboard goes back to the table: the bar is gone once nothing is selected. */
  readonly onLeave: () => void;
}

/** Buttons that fit beside each other at 1024 px; the rest goes into a menu. */
const shownActions = 4;

/** Stands in the toolbar's place while rows are selected. */
export function SelectionBar({ count, actions, onClear, onLeave }: SelectionBarProps) {
  const { t } = useTranslation();
  const clear = ({ detail }: MouseEvent) => {
    onClear();
    // Pressed by a key: whoever clicks stays where the table is scrolled to.
    if (detail === 0) onLeave();
  };
  const rest = actions.slice(shownActions);
  return (
    <section className={classes["toolbar"]} data-selection>
      <Tooltip label={t("table.clearSelection")}>
        <CloseButton size="sm" aria-label={t("table.clearSelection")} onClick={clear} />
      </Tooltip>
      <span className={classes["selected"]} aria-live="polite">
        {t("table.selected", { count })}
      </span>
      <ActionButtons actions={actions.slice(0, shownActions)} />
      {rest.length > 0 ? <ActionMenu actions={rest} /> : null}
    </section>
  );
}
