import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallGiven } from "#contract/bridge.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { namedFor, oldestOf } from "#renderer/app/files/moment.ts";
import { readPages } from "#renderer/app/files/readPages.ts";
import { saveFile } from "#renderer/app/files/saveFile.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { toastFault } from "#renderer/ui/toast.tsx";

/** The whole list as a CSV file, whatever of it has been read so far. */
export function useExport() {
  const { t } = useTranslation("explain");
  const { t: common } = useTranslation();
  const bridge = useBridge();
  const [saving, setSaving] = useState(false);
  const save = async (input: CallGiven<"permission.whoCan">) => {
    setSaving(true);
    const source = oldestOf();
    const names = new Map<string, string>();
    const columns = ["organization", "name", "email", "role", "through"] as const;
    const lines = [csvLine(columns.map((column) => t(`whoCan.column.${column}`)))];
    const fault = await readPages(
      { signal: new AbortController().signal, onSource: source.onSource },
      async (at) => {
        const answer = await bridge.call("permission.whoCan", { ...input, ...at, limit: 200 });
        if (answer.ok) for (const { id, name } of answer.value.organizations) names.set(id, name);
        return answer;
      },
      (items) =>
        lines.push(
          ...items.map(({ organizationId, name, email, through }) =>
            csvLine([names.get(organizationId) ?? "", name, email, through.role, through.rows.join("; ")]),
          ),
        ),
    );
    setSaving(false);
    if (fault === null) saveFile(namedFor(t("whoCan.file"), source.moment()), lines.join(""));
    else toastFault(common, fault);
  };
  return { save, saving };
}
