import { Button } from "@mantine/core";
import { IconDownload, IconLogout, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { Fragment, memo, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useRefusal, type Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { later } from "#renderer/ui/later.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { useScopedState } from "#renderer/ui/useScopedState.ts";
import { useSteady } from "#renderer/ui/useSteady.ts";
import type { Ask, Asking } from "./asking.ts";
import { useBulkActions } from "./bulk/useBulkActions.tsx";
import { useColumns } from "./columns.tsx";
import type { TeamDesk } from "./desk.ts";
import { teamFilters } from "./filters.ts";
import { useInvite } from "./invite/useInvite.ts";
import { rowId, rowLabel, rowPath, type TeamRow } from "./people.ts";
import { TeamFilterChips } from "./TeamFilterChips.tsx";
import { useReturnToTable } from "./useReturnToTable.ts";
import { useRowActions } from "./useRowActions.tsx";
import { useTeam } from "./useTeam.ts";
import { useTeamCommands } from "./useTeamCommands.tsx";

const TeamDialogs = later(async () => (await import("./TeamDialogs.tsx")).TeamDialogs);
const Inviting = later(async () => (await import("./invite/Inviting.tsx")).Inviting);

/** Everybody who is in the organization or invited to it. */
export function TeamPage() {
  const { t } = useTranslation("team");
  const format = useFormat();
  const organization = useOrganization();
  const refusal = useRefusal(organization);
  const [asking, ask] = useScopedState<Asking | null>(organization.id, null);
  const { filters, change, typed, search, reset } = useFiltersInAddress(teamFilters, organization.id);
  const team = useTeam(organization, filters);
  const table = useRef<TableHandle<TeamRow>>(null);
  const drawer = useDrawer(organization.id, table);
  const [params] = useSearchParams();
  useReturnToTable(organization.id, drawer.openId !== null || asking !== null || params.has("invite"), table);
  const invite = useInvite();
  const narrow = useSteady(change);
  useTeamCommands(organization, ask, invite);
  const columns = useColumns(organization);
  const rowActions = useRowActions(organization, ask, drawer.open);
  const bulkActions = useBulkActions(organization, ask);
  const total = organization.memberCount + (team.invites ? organization.pendingInvitations : 0);
  const find = (id: string) => team.rows.find((row) => rowId(row) === id);
  const desk: TeamDesk = { organization, ask, find, step: drawer.step, close: drawer.close };

  return (
    <Page
      title={t("title")}
      count={format.number(total)}
      primary={<InviteButton {...refusal({ kind: "use", permission: "member.invite" })} onInvite={invite} />}
      secondary={usePageActions(refusal({ kind: "leave", ends: organization.me.ends }), ask)}
    >
      <DataTable
        id="team"
        scope={organization.id}
        label={t("title")}
        columns={columns}
        rows={team.rows}
        rowId={rowId}
        rowLabel={rowLabel}
        loading={team.loading}
        fault={team.fault}
        onRetry={team.refetch}
        empty={<EmptyState icon={<IconUsers size={20} />} text={t("empty")} />}
        total={total}
        matching={team.matching}
        search={{ label: t("search"), value: typed, onChange: search }}
        filters={
          <TeamFilterChips
            policy={policyFor(organization)}
            filters={filters}
            onChange={narrow}
            invites={team.invites}
          />
        }
        filtered={teamFilters.isNarrowed(filters)}
        onResetFilters={reset}
        sort={filters.sort}
        onSort={(sort) => change({ sort })}
        serverSorted
        openId={drawer.openId}
        onOpen={drawer.open}
        rowActions={rowActions}
        bulkActions={bulkActions}
        hasMore={team.hasMore}
        onLoadMore={team.loadMore}
        handle={table}
      />
      <Fragment key={organization.id}>
        <Outlet context={desk} />
        {params.has("invite") ? <Inviting organization={organization} /> : null}
      </Fragment>
      {asking === null ? null : (
        <TeamDialogs organization={organization} asking={asking} ask={ask} filters={filters} team={team} />
      )}
    </Page>
  );
}

interface InviteButtonProps extends Refusal {
  readonly onInvite: () => void;
}

const InviteButton = memo(function InviteButton({ reason, onInvite, ...more }: InviteButtonProps) {
  const { t } = useTranslation("team");
  return (
    <Reason because={reason} position="left" {...more}>
      <Button leftSection={<IconUserPlus size={16} />} aria-keyshortcuts="i" onClick={onInvite}>
        {t("invite.open")}
      </Button>
    </Reason>
  );
});

/** The drawer beside the table: the address names it and keeps the filters. */
function useDrawer(organizationId: string, table: { readonly current: TableHandle<TeamRow> | null }) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { memberId, invitationId } = useParams();
  const openId = memberId ?? invitationId ?? null;
  const open = (row: TeamRow, replace = false) =>
    void navigate({ pathname: rowPath(organizationId, row), search }, { replace });
  return {
    openId,
    open: (row: TeamRow) => open(row),
    step: (from: string, by: -1 | 1) => {
      const row = table.current?.neighbour(from, by);
      if (row) open(row, true);
    },
    close: () => void navigate({ pathname: paths.section(organizationId, "team"), search }),
  };
}

function usePageActions({ reason, explanation }: Refusal, ask: Ask): readonly MenuAction[] {
  const { t } = useTranslation("team");
  const choose = useSteady(ask);
  return useMemo(
    () => [
      {
        id: "export",
        label: t("export.open"),
        icon: <IconDownload size={16} />,
        onSelect: () => choose({ kind: "export" }),
      },
      {
        id: "leave",
        label: t("act.leave"),
        icon: <IconLogout size={16} />,
        tone: "danger",
        separated: true,
        reason,
        explanation,
        onSelect: () => choose({ kind: "leave" }),
      },
    ],
    [t, reason, explanation, choose],
  );
}
