import { IconCalendarRepeat } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { DataTable } from "#renderer/ui/table/DataTable.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { ReviewTabs } from "../ReviewTabs.tsx";
import classes from "../Reviews.module.css";
import { useReviewable } from "../start/reviewable.ts";
import { ReviewersDialog } from "./ReviewersDialog.tsx";
import { ReviewersButton, ScheduleCell, SetButton } from "./ScheduleCell.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { useScheduleOf } from "./useScheduleOf.ts";

const rowId = ({ id }: Organization): string => id;
const rowLabel = ({ name }: Organization): string => name;

/** How often the access to each organization is reviewed. */
export function SchedulesPage() {
  const { t } = useTranslation("reviews");
  const { organizations, isPending } = useReviewable();
  const [search, setSearch] = useState("");
  const [setting, setSetting] = useState<Organization | null>(null);
  const [naming, setNaming] = useState<Organization | null>(null);
  const columns = useColumns(setSetting, setNaming);
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
      {naming ? <Reviewers organization={naming} onClose={() => setNaming(null)} /> : null}
    </Page>
  );
}

function Reviewers({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { data } = useScheduleOf(organization.id);
  if (!data?.schedule) return null;
  return <ReviewersDialog organization={organization} reviewers={data.schedule.reviewers} onClose={onClose} />;
}

type OnOrganization = (organization: Organization) => void;

function useColumns(onSet: OnOrganization, onName: OnOrganization): readonly TableColumn<Organization>[] {
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
        width: 140,
        grow: 2,
        priority: 1,
      },
      {
        id: "rhythm",
        header: t("schedules.rhythm"),
        cell: (organization) => <ScheduleCell organization={organization} part="rhythm" />,
        width: 120,
        grow: 0,
        priority: 2,
      },
      {
        id: "next",
        header: t("schedules.next"),
        cell: (organization) => <ScheduleCell organization={organization} part="next" />,
        width: 120,
        grow: 0,
        priority: 1,
      },
      {
        id: "scope",
        header: t("schedules.scope"),
        cell: (organization) => <ScheduleCell organization={organization} part="scope" />,
        width: 150,
        grow: 1,
        priority: 3,
      },
      {
        id: "reviewers",
        header: t("schedules.reviewers.column"),
        cell: (organization) => <ReviewersButton organization={organization} onSet={onName} />,
        width: 132,
        grow: 1,
        priority: 1,
      },
      {
        id: "set",
        header: "",
        cell: (organization) => <SetButton organization={organization} onSet={onSet} />,
        width: 160,
        grow: 0,
        align: "end",
        priority: 1,
      },
    ],
    [t, onSet, onName],
  );
}
