import { useTranslation } from "react-i18next";
import type { Source } from "#contract/answer.ts";
import { CsvDialog } from "#renderer/app/files/CsvDialog.tsx";
import { csvOf } from "./csv.ts";
import type { Line } from "./lines.ts";

interface ExportOrganizationsProps {
  readonly lines: readonly Line[];
  /** Where the table's rows came from. */
  readonly source: Source | undefined;
  readonly onClose: () => void;
}

/** Writes organizations to a file, as they stand in the table. */
export function ExportOrganizations({ lines, source, onClose }: ExportOrganizationsProps) {
  const { t } = useTranslation("organizations");
  return (
    <CsvDialog
      title={t("all.export.title")}
      file="organizations.csv"
      total={lines.length}
      write={async ({ onSource }) => {
        if (source) onSource(source);
        return { status: "done", csv: csvOf(t, lines), count: lines.length };
      }}
      doneText={(count, file) => t("all.export.done", { count, file })}
      failedText={t("all.export.failed")}
      onClose={onClose}
    />
  );
}
