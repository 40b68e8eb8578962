import { Button, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/Dialog.tsx";
import { useDelayed } from "#renderer/ui/Loading.tsx";
import { toastDone, toastFault } from "#renderer/ui/toast.tsx";
import classes from "../bulk/Bulk.module.css";
import type { TeamFilters } from "../filters.ts";
import { exportTeam, type ExportResult } from "./exportTeam.ts";
import { saveFile } from "#renderer/app/files/saveFile.ts";
import { useTeamCells } from "./useTeamCells.ts";

interface ExportDialogProps {
  readonly organization: Organization;
  readonly filters: TeamFilters;
  readonly invites: boolean;
  /** How many there will be. */
  readonly total: number;
  readonly onClose: () => void;
}

/** Writes the filtered team to a file; shows itself only when that takes a while. */
export function ExportDialog({ organization, filters, invites, total, onClose }: ExportDialogProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const format = useFormat();
  const bridge = useBridge();
  const slow = useDelayed(300);
  const [written, setWritten] = useState(0);
  const columns = useTeamCells(organization);
  const [work] = useState(() => ({ bridge, organizationId: organization.id, filters, invites, ...columns }));
  const file = `${organization.slug}-team.csv`;

  const report = (result: ExportResult) => {
    if (result.status === "failed") toastFault(common, result.fault, t("export.failed"));
    if (result.status === "done") {
      saveFile(file, result.csv);
      toastDone({ message: t("export.done", { count: result.count, file }) });
    }
    onClose();
  };
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  useEffect(() => {
    const stop = new AbortController();
    const start = async () => {
      const result = await exportTeam({ ...work, onProgress: setWritten, signal: stop.signal });
      if (!stop.signal.aborted) latest.current(result);
    };
    const timer = setTimeout(() => void start());
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [work]);

  return (
    <Dialog
      opened={slow}
      onClose={onClose}
      title={t("export.title")}
      closesOutside={false}
      closeLabel={common("action.cancel")}
    >
      <div className={classes["run"]}>
        <div>
          <Progress.Root size={6}>
            <Progress.Section value={total === 0 ? 0 : (100 * written) / total} aria-label={t("export.title")} />
          </Progress.Root>
          <p className={classes["progress"]} aria-live="polite">
            {t("bulk.progress", { done: format.number(written), total: format.number(total) })}
          </p>
        </div>
        <DialogFooter>
          <Button variant="default" data-autofocus onClick={onClose}>
            {common("action.cancel")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
