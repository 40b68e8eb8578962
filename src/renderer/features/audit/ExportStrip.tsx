import { Button, CloseButton, Progress } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useMomentWords } from "#renderer/app/offline/useMomentWords.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { useAccount, useDesktop } from "#renderer/bridge/desktop.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { useLeavingFocus } from "#renderer/ui/keyboard/useReturnFocus.ts";
import classes from "./Audit.module.css";
import { cancelExport, dismissExport, isRunning, useExportRun, type ExportRun } from "./exportRuns.ts";

/** How far the export is, and where its file is once it is whole. */
export function ExportStrip({ organizationId }: { organizationId: string }) {
  const run = useExportRun({ accountId: useAccount().id, organizationId });
  return run ? <Strip run={run} /> : null;
}

function Strip({ run }: { run: ExportRun }) {
  const { t } = useTranslation("audit");
  const { t: common } = useTranslation();
  const bridge = useBridge();
  useLeavingFocus();
  const dismiss = () => dismissExport(run);
  const bad = run.status === "failed" || run.status === "refused";
  return (
    <section className={classes["strip"]} data-tone={bad ? "red" : undefined} aria-label={t("export.button")}>
      <span className={classes["stripText"]} role={bad ? "alert" : "status"}>
        {sentence(t, run)}
        {run.fault ? ` ${faultText(common, run.fault)}` : ""}
        {run.moment ? <EndsAt moment={run.moment} /> : null}
      </span>
      {isRunning(run) ? (
        <>
          <Progress
            className={classes["progress"] ?? ""}
            size="sm"
            value={run.total ? (100 * run.written) / run.total : 100}
            animated={!run.total}
            aria-label={t("export.button")}
          />
          <Button
            variant="default"
            size="compact-xs"
            disabled={run.exportId === null || run.status === "cancelling"}
            onClick={() => void cancelExport(bridge, run)}
          >
            {t("export.cancel")}
          </Button>
        </>
      ) : (
        <>
          {run.file ? <ExportedFile file={run.file} onTaken={dismiss} /> : null}
          <CloseButton size="sm" aria-label={common("action.dismiss")} onClick={dismiss} />
        </>
      )}
    </section>
  );
}

/** Without a connection: that the file is not the whole log of now. */
function EndsAt({ moment }: { moment: NonNullable<ExportRun["moment"]> }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const { asOf, begins } = moment;
  const { time, revision } = useMomentWords()({ from: "snapshot", asOf, revision: moment.revision });
  return (
    <>
      {" "}
      {begins === null
        ? t("export.asOf", { time, revision })
        : t("export.since", { time, revision, day: format.date(begins) })}
    </>
  );
}

/** In the browser shell an address that gives the file once; otherwise where it was saved. */
function ExportedFile({ file, onTaken }: { readonly file: string; readonly onTaken: () => void }) {
  const { t } = useTranslation("audit");
  const shell = useDesktop((state) => state.shell);
  if (shell === "browser") {
    return (
      <Button component="a" href={file} download size="compact-xs" onClick={() => setTimeout(onTaken)}>
        {t("export.download")}
      </Button>
    );
  }
  return (
    <span className={classes["file"]}>
      <span className={classes["quiet"]}>{t("export.savedAt")}</span>
      <Truncate>{file}</Truncate>
      <CopyButton value={file} />
    </span>
  );
}

function sentence(t: TFunction<"audit">, { status, written, total, format: kind }: ExportRun): string {
  const format = kind.toUpperCase();
  switch (status) {
    case "starting":
    case "running":
      return total === null
        ? t("export.running", { format, written })
        : t("export.progress", { format, written, total });
    case "cancelling":
      return t("export.cancelling");
    case "done":
      return t("export.done", { format, count: total ?? written });
    case "cancelled":
      return t("export.cancelled");
    case "failed":
      return t("export.failed", { written });
    case "refused":
      break;
  }
  return t("export.notStarted");
}
