import { CloseButton, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ActionButtons } from "../ActionButtons.tsx";
import { ActionMenu, type MenuAction } from "../ActionMenu.tsx";
import classes from "./DataTable.module.css";

interface SelectionBarProps {
  readonly count: number;
  readonly actions: readonly MenuAction[];
  readonly onClear: () => void;
}

/** Buttons that fit beside each other at 1024 px; the rest goes into a menu. */
const shownActions = 4;

/** Stands in the toolbar's place while rows are selected. */
export function SelectionBar({ count, actions, onClear }: SelectionBarProps) {
  const { t } = useTranslation();
  const rest = actions.slice(shownActions);
  return (
    <div className={classes["toolbar"]} data-selection>
      <Tooltip label={t("table.clearSelection")}>
        <CloseButton size="sm" aria-label={t("table.clearSelection")} onClick={onClear} />
      </Tooltip>
      <span className={classes["selected"]} aria-live="polite">
        {t("table.selected", { count })}
      </span>
      <ActionButtons actions={actions.slice(0, shownActions)} />
      {rest.length > 0 ? <ActionMenu actions={rest} /> : null}
    </div>
  );
}
