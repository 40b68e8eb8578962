import { IconDownload, IconLayoutSidebarRight, IconUsersGroup } from "@tabler/icons-react";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "#contract/entities/people.ts";
import { useOfferCommands, type Command } from "#renderer/app/commands/commands.ts";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { useManaged } from "../managed.ts";
import { PeopleTabs } from "../PeopleTabs.tsx";
import { AddByAddress } from "./AddByAddress.tsx";
import { useColumns } from "./columns.tsx";
import { ExportPeople } from "./ExportPeople.tsx";
import { ExportSelected } from "./ExportSelected.tsx";
import { peopleFilters, peopleInput } from "./filters.ts";
import { PeopleFilterChips } from "./PeopleFilterChips.tsx";
import { personId, personName } from "./people.ts";
import { PersonDrawer } from "./PersonDrawer.tsx";
import { usePersonActions } from "./usePersonActions.tsx";
import { usePersonDrawer } from "./usePersonDrawer.ts";

/** Everybody over all organizations that the reader may manage, one row a person. */
export function PeoplePage() {
  const { t } = useTranslation("people");
  const format = useFormat();
  const managed = useManaged();
  const { filters, change, typed, search, reset } = useFiltersInAddress(peopleFilters);
  const [openedAt] = useState(() => Date.now());
  const people = useInfiniteOperation("people.list", peopleInput(filters, openedAt), { keepPrevious: true });
  const [exporting, setExporting] = useState<"all" | readonly Person[] | null>(null);
  const table = useRef<TableHandle<Person>>(null);
  const drawer = usePersonDrawer(table, people);
  const columns = useColumns(managed.byId, filters.clients);
  const actions = usePersonActions(managed.byId, filters.clients);
  const secondary = useExportAction(() => setExporting("all"));
  const openAction = (person: Person): MenuAction => ({
    id: "open",
    label: t("act.open"),
    icon: <IconLayoutSidebarRight size={16} />,
    shortcut: "enter",
    onSelect: () => drawer.open(person),
  });
  const exportAction = (rows: readonly Person[]): MenuAction => ({
    id: "export",
    label: t("export.open"),
    icon: <IconDownload size={16} />,
    onSelect: () => setExporting(rows),
  });
  const narrowed = peopleFilters.isNarrowed(filters);
  const matching = people.first?.matching ?? null;
  // Former members count only where somebody looks for them.
  const total = narrowed ? (people.first?.total ?? null) : matching;
  const refetch = () => {
    people.refetch();
    managed.refetch();
  };
  return (
    <Page
      title={t("title")}
      {...(total === null ? {} : { count: format.number(total) })}
      toolbar={<PeopleTabs />}
      secondary={secondary}
      primary={<AddByAddress byId={managed.byId} clients={filters.clients} />}
    >
      <DataTable
        id="people"
        label={t("title")}
        columns={columns}
        rows={people.items}
        rowId={personId}
        rowLabel={personName}
        loading={people.isPending || managed.isPending}
        fault={people.error ?? managed.error}
        onRetry={refetch}
        empty={<EmptyState icon={<IconUsersGroup size={20} />} text={t("empty")} />}
        total={total}
        {...(matching === null ? {} : { matching })}
        search={{ label: t("search"), value: typed, onChange: search }}
        filters={<PeopleFilterChips organizations={managed.organizations} filters={filters} onChange={change} />}
        filtered={narrowed}
        onResetFilters={reset}
        sort={filters.sort}
        onSort={(sort) => change({ sort })}
        serverSorted
        openId={drawer.openId}
        onOpen={drawer.open}
        rowActions={(person) => [openAction(person), ...actions([person])]}
        bulkActions={(rows) => [...actions(rows), exportAction(rows)]}
        hasMore={people.hasMore}
        onLoadMore={people.loadMore}
        handle={table}
      />
      {drawer.openId === null ? null : (
        <PersonDrawer key={drawer.openId} opened={drawer} byId={managed.byId} actions={actions} />
      )}
      {exporting === "all" ? (
        <ExportPeople
          filters={filters}
          now={openedAt}
          total={matching ?? 0}
          byId={managed.byId}
          onClose={() => setExporting(null)}
        />
      ) : exporting === null ? null : (
        <ExportSelected
          people={exporting}
          source={people.source}
          filters={filters}
          byId={managed.byId}
          onClose={() => setExporting(null)}
        />
      )}
    </Page>
  );
}

function useExportAction(run: () => void): readonly MenuAction[] {
  const { t } = useTranslation("people");
  const latest = useRef(run);
  const offer = useCallback((): readonly Command[] => {
    const icon = <IconDownload size={16} />;
    const label = t("command.export");
    return [{ id: "people.export", label, group: "action", icon, keywords: ["csv"], run: () => latest.current() }];
  }, [t]);
  useOfferCommands(offer);
  return [{ id: "export", label: t("export.open"), icon: <IconDownload size={16} />, onSelect: run }];
}
