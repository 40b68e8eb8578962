import { Button } from "@mantine/core";
import { IconBriefcase, IconPlus } from "@tabler/icons-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useSearchParams } from "react-router";
import type { Workspace } from "#contract/entities/workspace.ts";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import type { Asking } from "./asking.ts";
import { useColumns } from "./columns.tsx";
import type { WorkspaceDesk } from "./desk.ts";
import { inputOf, workspaceFilters } from "./filters.ts";
import { StatusFilter } from "./StatusFilter.tsx";
import { useDrawer } from "./useDrawer.ts";
import { useActions, useRowActions } from "./useRowActions.tsx";
import { useWorkspaceCommands } from "./useWorkspaceCommands.tsx";
import { WorkspaceDialogs } from "./WorkspaceDialogs.tsx";

const rowId = (workspace: Workspace): string => workspace.id;
const rowLabel = (workspace: Workspace): string => workspace.name;

/** The workspaces that the person sees, under the noun of the preset. */
export function WorkspacesPage() {
  const { t } = useTranslation("workspaces");
  const format = useFormat();
  const organization = useOrganization();
  const nouns = useMemo(() => nounsOf(organization), [organization]);
  const verdict = useDecision(organization, { kind: "use", permission: "workspace.edit" });
  const [asking, ask] = useState<Asking | null>(null);
  const { filters, change, typed, search, reset } = useFiltersInAddress(workspaceFilters);
  const list = useInfiniteOperation("workspace.list", inputOf(organization.id, filters), { keepPrevious: true });
  const table = useRef<TableHandle<Workspace>>(null);
  const drawer = useDrawer(organization.id, table);
  const [, setParams] = useSearchParams();
  const create = useCallback(() => {
    setParams((before) => new URLSearchParams([...before, ["create", ""]]));
  }, [setParams]);
  const showArchived = useCallback(() => change({ status: "archived" }), [change]);
  useWorkspaceCommands(organization, create, showArchived);
  const actions = useActions(organization, ask);
  const rowActions = useRowActions(actions, drawer.open);
  const desk: WorkspaceDesk = {
    organization,
    find: (id) => list.items.find((workspace) => workspace.id === id),
    actions,
    step: drawer.step,
    close: drawer.close,
  };
  const createButton = (
    <Explained organization={organization} act={{ kind: "use", permission: "workspace.edit" }} position="left">
      <Button leftSection={<IconPlus size={16} />} aria-keyshortcuts="c" onClick={create}>
        {t("create.open", nouns)}
      </Button>
    </Explained>
  );
  const isManager = verdict.allowed || verdict.reason.code === "offline" || verdict.reason.code === "held";
  return (
    <Page
      title={t("title", nouns)}
      {...(list.first ? { count: format.number(list.first.total) } : {})}
      primary={createButton}
    >
      <DataTable
        id="workspaces"
        label={t("title", nouns)}
        columns={useColumns()}
        rows={list.items}
        rowId={rowId}
        rowLabel={rowLabel}
        loading={list.isPending}
        fault={list.error}
        onRetry={list.refetch}
        empty={
          <EmptyState
            icon={<IconBriefcase size={20} />}
            text={t(isManager ? "empty.edit" : "empty.member", nouns)}
            action={verdict.allowed ? <Button onClick={create}>{t("create.open", nouns)}</Button> : null}
          />
        }
        total={list.first?.total ?? null}
        {...(list.first ? { matching: list.first.matching } : {})}
        search={{ label: t("search", nouns), value: typed, onChange: search }}
        filters={<StatusFilter organization={organization} status={filters.status} onChange={change} />}
        filtered={workspaceFilters.isNarrowed(filters)}
        onResetFilters={reset}
        sort={filters.sort}
        onSort={(sort) => change({ sort })}
        serverSorted
        openId={drawer.openId}
        onOpen={drawer.open}
        rowActions={rowActions}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        handle={table}
      />
      <Outlet context={desk} />
      <WorkspaceDialogs organization={organization} asking={asking} ask={ask} onDeleted={drawer.close} />
    </Page>
  );
}
