import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { CsvDialog } from "#renderer/app/files/CsvDialog.tsx";
import { readPages } from "#renderer/app/files/readPages.ts";
import type { Writing, Written } from "#renderer/app/files/writing.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { peopleInput, type PeopleFilters } from "./filters.ts";
import { usePeopleLines } from "./usePeopleLines.ts";

interface ExportPeopleProps {
  readonly filters: PeopleFilters;
  /** What the days of the filters are counted from. */
  readonly now: number;
  /** How many people there will be. */
  readonly total: number;
  readonly byId: ReadonlyMap<string, ManagedOrganization>;
  readonly onClose: () => void;
}

/** The longest page that the contract allows. */
const page = 200;
/** What the file is called. */
export const file = "people.csv";

/** Writes the filtered people to a file, one line for each membership. */
export function ExportPeople({ filters, now, total, byId, onClose }: ExportPeopleProps) {
  const { t } = useTranslation("people");
  const bridge = useBridge();
  const { header, lines } = usePeopleLines(byId, filters);
  const write = async ({ onProgress, signal, onSource }: Writing): Promise<Written> => {
    const input = peopleInput(filters, now, page);
    const parts = [csvLine(header)];
    let people = 0;
    const fault = await readPages(
      { signal, onSource },
      (at) => bridge.call("people.list", { ...input, ...at }),
      (items) => {
        parts.push(...items.flatMap(lines).map(csvLine));
        people += items.length;
        onProgress(people);
      },
    );
    if (fault) return { status: "failed", fault };
    return signal.aborted ? { status: "cancelled" } : { status: "done", csv: parts.join(""), count: parts.length - 1 };
  };
  return (
    <CsvDialog
      title={t("export.title")}
      file={file}
      total={total}
      write={write}
      doneText={(count, written) => t("export.done", { count, file: written })}
      failedText={t("export.failed")}
      onClose={onClose}
    />
  );
}
