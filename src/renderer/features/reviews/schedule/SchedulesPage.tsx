import { Button } from "@mantine/core";
import { IconCalendarRepeat } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Page } from "#renderer/ui/Page.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { ReviewTabs } from "../ReviewTabs.tsx";
import classes from "../Reviews.module.css";
import { useReviewable } from "../start/reviewable.ts";
import { useScopeWords } from "#renderer/app/reviews/useReviewTitle.ts";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { useScheduleOf } from "./useScheduleOf.ts";
import { useDayText } from "./useDayText.ts";

const rowId = ({ id }: Organization): string => id;
const rowLabel = ({ name }: Organization): string => name;

/** How often the access to each organization is reviewed. */
export function SchedulesPage() {
  const { t } = useTranslation("reviews");
  const { organizations, isPending } = useReviewable();
  const [search, setSearch] = useState("");
  const [setting, setSetting] = useState<Organization | null>(null);
  const columns = useColumns(setSetting);
  return (
    <Page title={t("title")} toolbar={<ReviewTabs />}>
      <DataTable
        id="reviewSchedules"
        label={t("tab.schedules")}
        columns={columns}
        rows={organizations}
        rowId={rowId}
        rowLabel={rowLabel}
        loading={isPending}
        search={{ label: t("startDialog.find"), value: search, onChange: setSearch, textOf: rowLabel }}
        empty={<EmptyState icon={<IconCalendarRepeat size={20} />} text={t("schedules.empty")} />}
        onOpen={setSetting}
      />
      {setting ? <ScheduleDialog organization={setting} onClose={() => setSetting(null)} /> : null}
    </Page>
  );
}

function useColumns(onSet: (organization: Organization) => void): readonly TableColumn<Organization>[] {
  const { t } = useTranslation("reviews");
  return useMemo(
    () => [
      {
        id: "organization",
        header: t("schedules.organization"),
        cell: (organization) => (
          <span className={classes["organization"]}>
            <OrganizationAvatar organization={organization} size={24} />
            <Truncate>{organization.name}</Truncate>
          </span>
        ),
        value: rowLabel,
        width: 220,
        grow: 2,
        priority: 1,
      },
      {
        id: "rhythm",
        header: t("schedules.rhythm"),
        cell: (organization) => <ScheduleCell organization={organization} part="rhythm" />,
        width: 150,
        grow: 0,
        priority: 1,
      },
      {
        id: "next",
        header: t("schedules.next"),
        cell: (organization) => <ScheduleCell organization={organization} part="next" />,
        width: 150,
        grow: 0,
        priority: 2,
      },
      {
        id: "scope",
        header: t("schedules.scope"),
        cell: (organization) => <ScheduleCell organization={organization} part="scope" />,
        width: 200,
        grow: 1,
        priority: 3,
      },
      {
        id: "set",
        header: "",
        cell: (organization) => <SetButton organization={organization} onSet={onSet} />,
        width: 150,
        grow: 0,
        align: "end",
        priority: 1,
      },
    ],
    [t, onSet],
  );
}

function ScheduleCell({ organization, part }: { organization: Organization; part: "rhythm" | "next" | "scope" }) {
  const { t } = useTranslation("reviews");
  const scopeWords = useScopeWords();
  const dayText = useDayText();
  const { data } = useScheduleOf(organization.id);
  if (data === undefined) return null;
  const { schedule } = data;
  if (schedule === null) {
    return part === "rhythm" ? <span className={classes["quiet"]}>{t("schedules.none")}</span> : null;
  }
  if (part === "rhythm") return t(`schedules.${schedule.rhythm}`);
  return part === "next" ? dayText(schedule.nextDueOn) : scopeWords(schedule.scope);
}

function SetButton({
  organization,
  onSet,
}: {
  organization: Organization;
  onSet: (organization: Organization) => void;
}) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { data } = useScheduleOf(organization.id);
  return (
    <Reason because={online ? null : t("schedules.offline")}>
      <Button size="compact-sm" variant="default" onClick={() => onSet(organization)}>
        {data?.schedule ? t("schedules.change") : t("schedules.set")}
      </Button>
    </Reason>
  );
}
