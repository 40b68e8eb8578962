import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useExplaining } from "../dialog/useExplaining.tsx";
import { MenuActions, type MenuAction } from "../ActionMenu.tsx";
import classes from "./DataTable.module.css";

/** Where a row's menu opens, in pixels of the window. */
export interface MenuPlace {
  /** Of the row: its place changes while others come and go. */
  readonly rowId: string;
  readonly x: number;
  readonly y: number;
}

interface RowMenuProps {
  readonly place: MenuPlace | null;
  readonly actions: readonly MenuAction[];
  readonly onClose: () => void;
}

/** One menu for the whole table, opened where it was asked for: a hundred thousand rows need no more. */
export function RowMenu({ place, actions, onClose }: RowMenuProps) {
  const { t } = useTranslation();
  const { explain, dialog } = useExplaining();
  if (!place || actions.length === 0) return dialog;
  return (
    <>
      <Menu
        key={`${place.x}-${place.y}`}
        defaultOpened
        position="bottom-start"
        offset={4}
        width={220}
        onClose={onClose}
      >
        <Menu.Target>
          <button
            type="button"
            tabIndex={-1}
            className={classes["anchor"]}
            style={{ left: place.x, top: place.y }}
            aria-label={t("table.rowActions")}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <MenuActions actions={actions} onExplain={explain} />
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
