import { IconBuildings, IconDownload, IconPlus } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";
import { useCreateOrganization } from "#renderer/app/create/opening.ts";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { useLastOrganization } from "#renderer/app/organizations/useActiveOrganization.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { useSearch } from "#renderer/ui/table/useSearch.ts";
import { useColumns } from "./columns.tsx";
import { ExportOrganizations } from "./ExportOrganizations.tsx";
import { organizationFilters } from "./filters.ts";
import { inOrder } from "./inOrder.ts";
import { lineId, lineName, lineText, type Line } from "./lines.ts";
import { OrganizationFilterChips } from "./OrganizationFilterChips.tsx";
import { useLineActions } from "./useLineActions.tsx";
import { useLines } from "./useLines.ts";

/** Every organization of the person, one row each, with what their role may see there. */
export function OrganizationsPage() {
  const { t } = useTranslation("organizations");
  const { t: frame } = useTranslation("frame");
  const format = useFormat();
  const { filters, change, typed, search, reset } = useFiltersInAddress(organizationFilters);
  const { mine, lines, total, isPending, error, refetch, source } = useLines(filters);
  const box = { label: t("all.search"), value: typed, onChange: search };
  const found = useSearch(lines, { ...box, textOf: lineText });
  const columns = useColumns(useLastOrganization(useOrganizations().organizations)?.id);
  const actions = useLineActions();
  const [exporting, setExporting] = useState<readonly Line[] | null>(null);
  const exportAction = (rows: readonly Line[]): MenuAction => ({
    id: "export",
    label: t("all.export.open"),
    icon: <IconDownload size={16} />,
    onSelect: () => setExporting(inOrder(rows, columns, filters.sort)),
  });
  const exportAll = exportAction(found);
  useExportCommand(exportAll.onSelect);
  const create = useCreateOrganization((state) => state.open);
  const button = (
    <CommandButton leftSection={<IconPlus size={16} />} onClick={create}>
      {frame("createOrganization")}
    </CommandButton>
  );
  return (
    <Page
      title={t("all.title")}
      {...(total === null ? {} : { count: format.number(total) })}
      secondary={[exportAll]}
      primary={button}
    >
      <DataTable
        id="organizations"
        label={t("all.title")}
        columns={columns}
        rows={found}
        rowId={lineId}
        rowLabel={lineName}
        loading={isPending}
        fault={error}
        onRetry={refetch}
        empty={<EmptyState icon={<IconBuildings size={20} />} text={frame("noOrganizations")} />}
        total={filters.status === "deleted" ? lines.length : total}
        matching={found.length}
        search={box}
        filters={<OrganizationFilterChips lines={mine} filters={filters} onChange={change} />}
        filtered={organizationFilters.isNarrowed(filters)}
        onResetFilters={reset}
        sort={filters.sort}
        onSort={(sort) => change({ sort })}
        onOpen={actions.open}
        rowActions={actions.ofOne}
        bulkActions={(rows) => [actions.people(rows), exportAction(rows)]}
      />
      {exporting === null ? null : (
        <ExportOrganizations lines={exporting} source={source} onClose={() => setExporting(null)} />
      )}
    </Page>
  );
}

function useExportCommand(run: () => void): void {
  const { t } = useTranslation("organizations");
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useOfferCommands(
    useCallback((): readonly Command[] => {
      const icon = <IconDownload size={16} />;
      const label = t("all.command.export");
      return [
        { id: "organizations.export", label, group: "action", icon, keywords: ["csv"], run: () => latest.current() },
      ];
    }, [t]),
  );
}
