import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Workspace } from "#contract/entities/workspace.ts";
import { WorkspaceStatus } from "#renderer/app/workspaces/WorkspaceStatus.tsx";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Workspaces.module.css";

/** The columns of the list; the ids are the server's names of their order. */
export function useColumns(): readonly TableColumn<Workspace>[] {
  const { t } = useTranslation("workspaces");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("column.name"),
        cell: ({ id, name }) => (
          <span className={classes["name"]}>
            <PersonAvatar id={id} name={name} size={24} shape="square" />
            <Truncate className={classes["text"]}>{name}</Truncate>
          </span>
        ),
        sortable: true,
        width: 240,
        grow: 1,
        priority: 1,
      },
      {
        id: "slug",
        header: t("column.slug"),
        cell: ({ slug }) => <Truncate className={classes["quiet"]}>{slug}</Truncate>,
        width: 160,
        grow: 0,
        priority: 4,
        initiallyHidden: true,
      },
      {
        id: "status",
        header: t("column.status"),
        cell: ({ status }) => <WorkspaceStatus status={status} />,
        width: 140,
        grow: 0,
        priority: 1,
      },
      {
        id: "people",
        header: t("column.people"),
        cell: ({ people }) => format.number(people),
        align: "end",
        width: 100,
        grow: 0,
        priority: 2,
      },
      {
        id: "createdAt",
        header: t("column.created"),
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
        sortable: true,
        width: 140,
        grow: 0,
        priority: 3,
      },
    ],
    [t, format],
  );
}
