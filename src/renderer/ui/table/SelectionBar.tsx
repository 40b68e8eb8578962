import { Button, CloseButton, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ActionMenu, type MenuAction } from "../ActionMenu.tsx";
import { Reason } from "../Reason.tsx";
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
      {actions.slice(0, shownActions).map((action) => (
        <Reason key={action.id} because={action.reason} position="bottom">
          <Button
            variant="default"
            leftSection={action.icon}
            onClick={action.onSelect}
            {...(action.tone === "danger" ? { c: "var(--od-red)" } : {})}
          >
            {action.label}
          </Button>
        </Reason>
      ))}
      {rest.length > 0 ? <ActionMenu actions={rest} /> : null}
    </div>
  );
}
