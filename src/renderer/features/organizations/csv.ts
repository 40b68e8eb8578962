import type { TFunction } from "i18next";
import { csvLine } from "#renderer/app/files/csv.ts";
import type { Line } from "./lines.ts";

/** The exported file: its header, and a line for each organization; times as ISO 8601 in UTC, empty for what is not seen. */
export function csvOf(t: TFunction<"organizations">, lines: readonly Line[]): string {
  const header = [
    t("all.column.name"),
    t("all.column.slug"),
    t("all.column.role"),
    t("all.column.preset"),
    t("all.column.status"),
    t("all.export.deletion"),
    t("all.column.members"),
    t("all.export.limit"),
    t("all.export.pending"),
    t("all.column.owners"),
    t("all.column.lastActivity"),
    t("all.column.created"),
  ];
  const cells = (line: Line) => [
    line.name,
    line.slug,
    line.role?.name ?? "",
    line.preset?.name ?? "",
    t(`all.status.${line.status}`),
    line.deletedAt ?? "",
    numbered(line.members),
    numbered(line.seats?.limit ?? null),
    numbered(line.pending),
    numbered(line.owners),
    line.lastActivityAt ?? "",
    line.createdAt ?? "",
  ];
  return [header, ...lines.map(cells)].map(csvLine).join("");
}

const numbered = (count: number | null): string => (count === null ? "" : String(count));
