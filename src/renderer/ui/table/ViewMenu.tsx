import { ActionIcon, Checkbox, Divider, Popover, Stack, Switch, Text, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { escapeCloses } from "../keyboard/escapeCloses.ts";
import type { ColumnHead } from "./useHeads.ts";
import type { TableView } from "./useTableView.ts";

interface ViewMenuProps<Row> {
  readonly columns: readonly ColumnHead<Row>[];
  readonly view: TableView;
}

function Menu<Row>({ columns, view }: ViewMenuProps<Row>) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus>
      <Tooltip label={t("table.view")}>
        <Popover.Target>
          <ActionIcon size={32} variant="default" aria-label={t("table.view")} onKeyDown={escapeCloses}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown p="md" miw={200}>
        <Stack gap="sm">
          <Text size="xs" c="dimmed" fw={500}>
            {t("table.columns")}
          </Text>
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={!view.hidden.includes(column.id)}
              disabled={column.priority === 1}
              onChange={() => view.toggleColumn(column.id)}
            />
          ))}
          <Divider />
          <Switch
            label={t("table.compact")}
            checked={view.compact}
            onChange={(event) => view.setCompact(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Which columns show, and how high the rows are. */
export const ViewMenu = memo(Menu) as typeof Menu;
