import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useNavigate, useParams } from "react-router";
import type { PlanProgress } from "#contract/entities/plan.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ActionButtons } from "#renderer/ui/ActionButtons.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";
import { PeopleTabs } from "../PeopleTabs.tsx";
import { Failures } from "./Failures.tsx";
import type { PlanDesk } from "./desk.ts";
import { PlanReport } from "./PlanReport.tsx";
import { RunState } from "./RunState.tsx";
import { usePlanActions } from "./usePlanActions.tsx";
import { usePlanTitle } from "./usePlanTitle.ts";
import { useRunColumns, type OrganizationRun } from "./useRunColumns.tsx";

/** The feed tells of progress; this is for when it is interrupted, in milliseconds. */
const pollEvery = 3000;

/** What needs somebody comes first; nothing else moves while the plan goes on. */
const failuresFirst = { column: "state", descending: true };

const rowId = ({ organizationId }: OrganizationRun): string => organizationId;
const rowLabel = ({ name, organizationId }: OrganizationRun): string => name || organizationId;

/** One plan: how far it is, in each organization; what failed and why; the ways to stop it and to go on. */
export function PlanPage() {
  const { t } = useTranslation("people");
  const { planId = "" } = useParams();
  const [running, setRunning] = useState(true);
  const { data, error, refetch } = useOperation("plan.get", { planId }, running ? { every: pollEvery } : {});
  const runs = data?.status !== "finished" && data?.status !== "cancelled";
  if (runs !== running) setRunning(runs);
  if (data) return <Shown plan={data} />;
  return (
    <Page title={t("title")} toolbar={<PeopleTabs />}>
      {error ? (
        <ErrorState fault={error} title={t("plans.run.notLoaded")} onRetry={refetch} />
      ) : (
        <Loading page="content" lines={8} />
      )}
    </Page>
  );
}

function Shown({ plan }: { plan: PlanProgress }) {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const { organizationId: openId = null } = useParams();
  const actions = usePlanActions()(plan);
  const columns = useRunColumns();
  const [search, setSearch] = useState("");
  const [reporting, setReporting] = useState(false);
  const table = useRef<TableHandle<OrganizationRun>>(null);
  const open = (organizationId: string, replace = false) =>
    void navigate(`${paths.plan(plan.id)}/${organizationId}`, { replace });
  const desk: PlanDesk = {
    plan,
    step: (from, by) => {
      const next = table.current?.neighbour(from, by);
      if (next) open(next.organizationId, true);
    },
    close: () => void navigate(paths.plan(plan.id)),
  };
  const report = (
    <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => setReporting(true)}>
      {t("plans.run.report")}
    </Button>
  );
  return (
    <Page
      title={usePlanTitle()(plan)}
      toolbar={<PeopleTabs />}
      primary={
        <>
          {report}
          <ActionButtons actions={actions} />
        </>
      }
    >
      <RunState plan={plan} />
      <Failures plan={plan} />
      <DataTable
        id="planRun"
        label={t("drawer.memberships")}
        columns={columns}
        rows={plan.byOrganization}
        rowId={rowId}
        rowLabel={rowLabel}
        empty={<EmptyState text={t("plans.draft.empty")} />}
        search={{ label: t("plans.draft.search"), value: search, onChange: setSearch, textOf: rowLabel }}
        sort={failuresFirst}
        onOpen={({ organizationId }) => open(organizationId)}
        openId={openId}
        handle={table}
      />
      <Outlet context={desk} />
      {reporting ? <PlanReport plan={plan} onClose={() => setReporting(false)} /> : null}
    </Page>
  );
}
