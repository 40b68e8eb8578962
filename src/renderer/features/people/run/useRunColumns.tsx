import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlanCounts, PlanProgress } from "#contract/entities/plan.ts";
import { planStates } from "#contract/lists.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { PlanProgressBar } from "./PlanProgressBar.tsx";
import classes from "./Run.module.css";

export type OrganizationRun = PlanProgress["byOrganization"][number];

const tones: Readonly<Record<keyof PlanCounts, Tone>> = {
  waiting: "grey",
  done: "green",
  nothing: "grey",
  failed: "red",
  cancelled: "amber",
};

const totalOf = (counts: PlanCounts): number => planStates.reduce((sum, state) => sum + counts[state], 0);

/** An organization of a plan, what became of its people, and how far it is. */
export function useRunColumns(): readonly TableColumn<OrganizationRun>[] {
  const { t } = useTranslation("people");
  return useMemo(
    () => [
      {
        id: "organization",
        header: t("plans.column.organization"),
        cell: ({ organizationId, name }) => (
          <span className={classes["organization"]}>
            <NamedOrganizationAvatar id={organizationId} name={name} size={20} />
            <Truncate>{name || organizationId}</Truncate>
          </span>
        ),
        value: ({ name }) => name,
        width: 240,
        grow: 1,
        priority: 1,
      },
      {
        id: "state",
        header: t("plans.column.status"),
        cell: ({ counts }) => <Outcome counts={counts} />,
        value: ({ counts }) => counts.failed * 1e6 + counts.cancelled,
        width: 260,
        grow: 1,
        priority: 1,
      },
      {
        id: "progress",
        header: t("plans.column.progress"),
        cell: ({ counts }) => (
          <PlanProgressBar counts={counts} total={totalOf(counts)} label={t("plans.column.progress")} />
        ),
        width: 180,
        grow: 0,
        priority: 2,
      },
    ],
    [t],
  );
}

/** One change as a word, several as counts. */
function Outcome({ counts }: { counts: PlanCounts }) {
  const { t } = useTranslation("people");
  const one = totalOf(counts) === 1;
  return (
    <span className={classes["status"]}>
      {planStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <Badge key={state} tone={tones[state]}>
            {one ? t(`plans.state.${state}`) : t(`plans.counts.${state}`, { count: counts[state] })}
          </Badge>
        ))}
    </span>
  );
}
