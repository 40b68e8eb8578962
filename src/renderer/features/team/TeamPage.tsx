import { Button } from "@mantine/core";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate, useParams } from "react-router";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Page } from "#renderer/ui/Page.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { useColumns } from "./columns.tsx";
import { isNarrowed } from "./filters.ts";
import { rowId, rowLabel, rowPath, type TeamRow } from "./people.ts";
import classes from "./Team.module.css";
import { TeamFilterChips } from "./TeamFilterChips.tsx";
import { useTeam } from "./useTeam.ts";
import { useTeamFilters } from "./useTeamFilters.ts";

/** Everybody who is in the organization or invited to it. */
export function TeamPage() {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { search: query } = useLocation();
  const { memberId, invitationId } = useParams();
  const organization = useOrganization();
  const invite = useDecision(organization, { kind: "use", permission: "member.invite" });
  const { filters, change, typed, search, reset } = useTeamFilters();
  const team = useTeam(organization, filters);
  const columns = useColumns(organization);
  const table = useRef<TableHandle<TeamRow>>(null);
  const total = organization.memberCount + (team.invites ? organization.pendingInvitations : 0);
  const inviteButton = (
    <Reason because={invite.sentence} position="left">
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => void navigate(paths.invite(organization.id))}>
        {t("invite.open")}
      </Button>
    </Reason>
  );
  return (
    <Page title={t("title")} count={format.number(total)} primary={inviteButton}>
      <DataTable
        id="team"
        label={t("title")}
        columns={columns}
        rows={team.rows}
        rowId={rowId}
        rowLabel={rowLabel}
        loading={team.loading}
        fault={team.fault}
        onRetry={team.refetch}
        empty={<EmptyState icon={<IconUsers size={20} />} text={t("empty")} />}
        search={{ label: t("search"), value: typed, onChange: search }}
        filters={
          <TeamFilterChips organization={organization} filters={filters} onChange={change} invites={team.invites} />
        }
        filtered={isNarrowed(filters)}
        onResetFilters={reset}
        toolbarEnd={
          isNarrowed(filters) && !team.loading ? (
            <span className={classes["count"]} aria-live="polite">
              {common("table.count", { shown: format.number(team.matching), total: format.number(total) })}
            </span>
          ) : null
        }
        sort={filters.sort}
        onSort={(sort) => change({ sort })}
        serverSorted
        openId={memberId ?? invitationId ?? null}
        onOpen={(row) => void navigate({ pathname: rowPath(organization.id, row), search: query })}
        hasMore={team.hasMore}
        onLoadMore={team.loadMore}
        handle={table}
      />
      <Outlet />
    </Page>
  );
}
