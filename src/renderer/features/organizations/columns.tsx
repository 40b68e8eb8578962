import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { RoleBadge } from "#renderer/ui/RoleBadge.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { Count, SeatsCell } from "./CountCells.tsx";
import { lineName, statuses, type Line } from "./lines.ts";
import classes from "./Organizations.module.css";
import { StatusCell } from "./StatusCell.tsx";

const counts = [
  { id: "members", width: 100, priority: 2 },
  { id: "pending", width: 100, priority: 3 },
  { id: "owners", width: 90, priority: 5, initiallyHidden: true },
] as const;

const times = [
  { id: "lastActivityAt", header: "lastActivity", width: 130, priority: 3 },
  { id: "createdAt", header: "created", width: 130, priority: 5, initiallyHidden: true },
] as const;

/** The columns of the organizations; the one used last says so. */
export function useColumns(lastId: string | undefined): readonly TableColumn<Line>[] {
  const { t } = useTranslation("organizations");
  return useMemo(() => {
    const [members, ...others] = counts.map(({ id, ...column }): TableColumn<Line> => ({
      id,
      header: t(`all.column.${id}`),
      cell: (line) => <Count line={line} count={line[id]} />,
      value: (line) => line[id],
      plain: true,
      grow: 0,
      align: "end",
      ...column,
    }));
    return [
      {
        id: "name",
        header: t("all.column.name"),
        cell: (line) => <Name line={line} mark={line.id === lastId ? t("all.lastUsed") : null} />,
        value: lineName,
        width: 240,
        grow: 2,
        priority: 1,
      },
      {
        id: "role",
        header: t("all.column.role"),
        cell: ({ role }) => (role ? <RoleBadge name={role.name} owner={role.owner} /> : absent),
        value: ({ role }) => role?.name ?? null,
        plain: true,
        width: 130,
        grow: 0,
      },
      {
        id: "preset",
        header: t("all.column.preset"),
        cell: ({ preset }) => (preset ? <Truncate>{preset.name}</Truncate> : absent),
        value: ({ preset }) => preset?.name ?? null,
        plain: true,
        width: 120,
        grow: 0,
        priority: 4,
      },
      {
        id: "status",
        header: t("all.column.status"),
        cell: (line) => <StatusCell line={line} />,
        value: ({ status }) => statuses.indexOf(status),
        plain: true,
        width: 190,
        grow: 0,
      },
      ...(members ? [members] : []),
      {
        id: "seats",
        header: t("all.column.seats"),
        cell: (line) => <SeatsCell line={line} />,
        value: ({ seats }) => seats?.free ?? null,
        plain: true,
        width: 110,
        grow: 0,
        align: "end",
        priority: 4,
      },
      ...others,
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

function Name({ line: { id, name, slug, organization }, mark }: { line: Line; mark: string | null }) {
  return (
    <span className={classes["name"]}>
      <OrganizationAvatar organization={organization ?? { id, name, logo: null }} size={24} />
      <Truncate className={classes["first"]}>{name}</Truncate>
      {mark === null ? null : <span className={classes["mark"]}>{mark}</span>}
      <Truncate className={classes["detail"]}>{slug}</Truncate>
    </span>
  );
}
