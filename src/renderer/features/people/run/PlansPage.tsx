import { Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Plan } from "#contract/entities/plan.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { shareDone } from "#renderer/app/people/planShare.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { PeopleTabs } from "../PeopleTabs.tsx";
import { PlanProgressBar } from "./PlanProgressBar.tsx";
import { PlanStatus } from "./PlanStatus.tsx";
import classes from "./Run.module.css";
import { usePlanActions } from "./usePlanActions.tsx";
import { usePlanTitle } from "./usePlanTitle.ts";

const rowId = (plan: Plan): string => plan.id;

/** The reader's plans, newest first: what runs, what is over, what can go on. */
export function PlansPage() {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const plans = useInfiniteOperation("plan.list", {});
  const actions = usePlanActions();
  const title = usePlanTitle();
  const columns = useColumns();
  const choose = <Button onClick={() => void navigate(paths.people)}>{t("plans.start")}</Button>;
  return (
    <Page title={t("title")} toolbar={<PeopleTabs />}>
      <DataTable
        id="plans"
        label={t("plans.title")}
        columns={columns}
        rows={plans.items}
        rowId={rowId}
        rowLabel={title}
        loading={plans.isPending}
        fault={plans.error}
        onRetry={plans.refetch}
        empty={<EmptyState icon={<IconListCheck size={20} />} text={t("plans.empty")} action={choose} />}
        total={plans.first?.total ?? null}
        onOpen={(plan) => void navigate(paths.plan(plan.id))}
        rowActions={actions}
        hasMore={plans.hasMore}
        onLoadMore={plans.loadMore}
      />
    </Page>
  );
}

function useColumns(): readonly TableColumn<Plan>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  const title = usePlanTitle();
  return useMemo(
    () => [
      {
        id: "plan",
        header: t("plans.column.plan"),
        cell: (plan) => <Truncate>{title(plan)}</Truncate>,
        width: 260,
        grow: 2,
        priority: 1,
      },
      {
        id: "status",
        header: t("plans.column.status"),
        cell: (plan) => <PlanStatus plan={plan} />,
        width: 190,
        grow: 0,
        priority: 1,
      },
      {
        id: "progress",
        header: t("plans.column.progress"),
        cell: (plan) => (
          <span className={classes["progress"]}>
            <PlanProgressBar counts={plan.counts} total={plan.total} label={t("plans.column.progress")} />
            <span className={classes["percent"]}>{format.percent(shareDone(plan))}</span>
          </span>
        ),
        width: 200,
        grow: 1,
        priority: 2,
      },
      {
        id: "started",
        header: t("plans.column.started"),
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
        width: 130,
        grow: 0,
        priority: 3,
      },
      {
        id: "finished",
        header: t("plans.column.finished"),
        cell: ({ finishedAt }) =>
          finishedAt === null ? <span className={classes["quiet"]}>–</span> : <RelativeTime at={finishedAt} />,
        width: 130,
        grow: 0,
        priority: 4,
      },
    ],
    [t, format, title],
  );
}
