import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ImportProblem } from "#domain/invitationImport.ts";
import type { Nouns } from "#renderer/app/workspaces/policyNouns.ts";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Import.module.css";
import type { FileLine } from "./readFile.ts";

/** What will come of a line: the invitation, a problem, or not known, because it is still checked or could not be. */
type Outlook = "good" | ImportProblem | "checking" | "unchecked";

export interface ImportRow extends FileLine {
  readonly outlook: Outlook;
}

export const rowId = (row: ImportRow): string => String(row.line);
export const rowLabel = (row: ImportRow): string => row.email;
export const textOf = (row: ImportRow): string => `${row.email} ${row.role} ${row.workspaces.join(" ")}`;

/** What the file says, and what will come of it. */
export function importColumns(t: TFunction<"team">, nouns: Nouns): readonly TableColumn<ImportRow>[] {
  return [
    {
      id: "line",
      header: t("import.line"),
      cell: ({ line }) => line,
      value: ({ line }) => line,
      width: 64,
      grow: 0,
      align: "end",
      priority: 1,
    },
    {
      id: "email",
      header: t("import.email"),
      cell: ({ email }) => <Truncate>{email}</Truncate>,
      value: ({ email }) => email,
      width: 200,
      grow: 2,
      priority: 1,
    },
    {
      id: "role",
      header: t("column.role"),
      cell: ({ role }) => <Truncate>{role}</Truncate>,
      value: ({ role }) => role,
      width: 100,
    },
    {
      id: "workspaces",
      header: nouns.Other,
      cell: ({ workspaces }) => <Truncate>{workspaces.join(", ")}</Truncate>,
      value: ({ workspaces }) => workspaces.join(", "),
      width: 120,
    },
    {
      id: "accessUntil",
      header: t("import.lastDay"),
      cell: ({ accessUntil }) => <Truncate>{accessUntil}</Truncate>,
      value: ({ accessUntil }) => accessUntil,
      width: 110,
    },
    {
      id: "status",
      header: t("import.status"),
      cell: ({ outlook }) => <Status outlook={outlook} t={t} nouns={nouns} />,
      value: ({ outlook }) => (outlook === "good" ? "" : outlook),
      width: 220,
      grow: 2,
      priority: 1,
    },
  ];
}

function Status({ outlook, t, nouns }: { outlook: Outlook; t: TFunction<"team">; nouns: Nouns }) {
  if (outlook === "checking" || outlook === "unchecked") {
    return <span className={classes["quiet"]}>{t(`import.${outlook}`)}</span>;
  }
  const good = outlook === "good";
  const text = good ? t("import.willBeInvited") : t(`import.why.${outlook}`, { ...nouns });
  return (
    <span className={classes["status"]} data-wrong={!good || undefined}>
      {good ? <IconCheck size={14} aria-hidden="true" /> : <IconAlertTriangle size={14} aria-hidden="true" />}
      <Truncate>{text}</Truncate>
    </span>
  );
}
