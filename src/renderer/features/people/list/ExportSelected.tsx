import { useTranslation } from "react-i18next";
import type { Source } from "#contract/answer.ts";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { CsvDialog } from "#renderer/app/files/CsvDialog.tsx";
import { file } from "./ExportPeople.tsx";
import type { PeopleFilters } from "./filters.ts";
import { usePeopleLines } from "./usePeopleLines.ts";

interface ExportSelectedProps {
  readonly people: readonly Person[];
  /** Where the table's rows came from. */
  readonly source: Source | undefined;
  readonly filters: PeopleFilters;
  readonly byId: ReadonlyMap<string, ManagedOrganization>;
  readonly onClose: () => void;
}

/** Writes the chosen people to a file, as they stand in the table. */
export function ExportSelected({ people, source, filters, byId, onClose }: ExportSelectedProps) {
  const { t } = useTranslation("people");
  const { header, lines } = usePeopleLines(byId, filters);
  const written = people.flatMap(lines);
  return (
    <CsvDialog
      title={t("export.title")}
      file={file}
      total={people.length}
      write={async ({ onSource }) => {
        if (source) onSource(source);
        return { status: "done", csv: [header, ...written].map(csvLine).join(""), count: written.length };
      }}
      doneText={(count, name) => t("export.done", { count, file: name })}
      failedText={t("export.failed")}
      onClose={onClose}
    />
  );
}
