import { VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { Count, Members } from "./CountCells.tsx";
import { lineName, statuses, type Line } from "./lines.ts";
import classes from "./Organizations.module.css";
import { StatusCell } from "./StatusCell.tsx";

const counts = [
  { id: "pending", width: 92, priority: 2 },
  { id: "owners", width: 92, priority: 5, initiallyHidden: true },
] as const;

const times = [
  { id: "lastActivityAt", header: "lastActivity", width: 120, priority: 4 },
  { id: "createdAt", header: "created", width: 120, priority: 5, initiallyHidden: true },
] as const;

/** The columns of the organizations; the one used last says so. */
export function useColumns(lastId: string | undefined): readonly TableColumn<Line>[] {
  const { t } = useTranslation("organizations");
  return useMemo(() => {
    return [
      {
        id: "name",
        header: t("all.column.name"),
        cell: (line) => <Name line={line} last={line.id === lastId ? t("all.lastUsed") : null} />,
        value: lineName,
        width: 220,
        grow: 2,
        priority: 1,
      },
      {
        id: "slug",
        header: t("all.column.slug"),
        cell: ({ slug }) => <Truncate>{slug}</Truncate>,
        value: ({ slug }) => slug,
        plain: true,
        width: 140,
        grow: 1,
        priority: 5,
        initiallyHidden: true,
      },
      {
        id: "role",
        header: t("all.column.role"),
        cell: ({ role }) => (role ? <RoleBadge name={role.name} owner={role.owner} /> : absent),
        value: ({ role }) => role?.name ?? null,
        plain: true,
        width: 128,
        grow: 0,
      },
      {
        id: "preset",
        header: t("all.column.preset"),
        cell: ({ preset }) => (preset ? <Truncate>{preset.name}</Truncate> : absent),
        value: ({ preset }) => preset?.name ?? null,
        plain: true,
        width: 112,
        grow: 0,
        priority: 3,
      },
      {
        id: "status",
        header: t("all.column.status"),
        cell: (line) => <StatusCell line={line} />,
        value: ({ status }) => statuses.indexOf(status),
        plain: true,
        width: 188,
        grow: 0,
      },
      {
        id: "members",
        header: t("all.column.members"),
        cell: (line) => <Members line={line} />,
        value: ({ members }) => members,
        plain: true,
        width: 100,
        grow: 0,
        align: "end",
      },
      ...counts.map(({ id, ...column }): TableColumn<Line> => ({
        id,
        header: t(`all.column.${id}`),
        cell: (line) => <Count line={line} count={line[id]} />,
        value: (line) => line[id],
        plain: true,
        grow: 0,
        align: "end",
        ...column,
      })),
      ...times.map(({ id, header, ...column }): TableColumn<Line> => ({
        id,
        header: t(`all.column.${header}`),
        cell: (line) => (line[id] === null ? absent : <RelativeTime at={line[id]} />),
        value: (line) => line[id],
        plain: true,
        grow: 0,
        ...column,
      })),
    ];
  }, [lastId, t]);
}

const absent = <span className={classes["quiet"]}>–</span>;

function Name({ line: { id, name, organization }, last }: { line: Line; last: string | null }) {
  return (
    <span className={classes["name"]}>
      <OrganizationAvatar organization={organization ?? { id, name, logo: null }} size={24} />
      <Truncate className={classes["first"]}>{name}</Truncate>
      {last === null ? null : (
        <span className={classes["mark"]} data-tip={last}>
          <IconCheck size={14} aria-hidden="true" />
          <VisuallyHidden>{last}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
