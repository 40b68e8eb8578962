import { useTranslation } from "react-i18next";
import type { PlanItem, PlanProgress } from "#contract/entities/plan.ts";
import { localTime } from "#domain/calendar/localDay.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { CsvDialog } from "#renderer/app/files/CsvDialog.tsx";
import { readPages } from "#renderer/app/files/readPages.ts";
import type { Writing, Written } from "#renderer/app/files/writing.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { machineLocale } from "#renderer/i18n/format.ts";
import { roleThere, useManaged } from "../managed.ts";
import { useItemWords } from "./useItemWords.ts";

/** The longest page that the contract allows. */
const page = 200;

/** Writes every change of a plan to a file, with what became of it. */
export function PlanReport({ plan, onClose }: { plan: PlanProgress; onClose: () => void }) {
  const { t } = useTranslation("people");
  const bridge = useBridge();
  const { byId } = useManaged();
  const { result, reason } = useItemWords();
  const file = `plan-${localTime(Date.parse(plan.createdAt), machineLocale().timeZone).day}.csv`;
  const header = [
    t("plans.run.person"),
    t("column.email"),
    t("plans.column.organization"),
    t("plans.column.role"),
    t("plans.run.result"),
    t("plans.run.reason"),
    t("plans.run.at"),
    t("plans.run.revision"),
  ];
  const cells = (item: PlanItem): readonly string[] => [
    item.name,
    item.email,
    item.organizationName,
    item.role === null ? "" : roleThere(byId.get(item.organizationId), item.role).name,
    result(item),
    reason(item),
    item.at ?? "",
    item.revision === null ? "" : String(item.revision),
  ];
  const write = async ({ onProgress, signal, onSource }: Writing): Promise<Written> => {
    const parts = [csvLine(header)];
    const fault = await readPages(
      { signal, onSource },
      (at) => bridge.call("plan.items", { planId: plan.id, limit: page, ...at }),
      (items) => {
        parts.push(...items.map(cells).map(csvLine));
        onProgress(parts.length - 1);
      },
    );
    if (fault) return { status: "failed", fault };
    return signal.aborted ? { status: "cancelled" } : { status: "done", csv: parts.join(""), count: parts.length - 1 };
  };
  return (
    <CsvDialog
      title={t("plans.run.writing")}
      file={file}
      total={plan.total}
      write={write}
      doneText={(count, written) => t("plans.run.written", { count, file: written })}
      failedText={t("plans.run.failed")}
      onClose={onClose}
    />
  );
}
