import { Button, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/Dialog.tsx";
import { useDelayed } from "#renderer/ui/Loading.tsx";
import { toastDone, toastFault } from "#renderer/ui/toast.tsx";
import classes from "./CsvDialog.module.css";
import { saveFile } from "./saveFile.ts";
import type { Writing, Written } from "./writing.ts";

interface CsvDialogProps {
  readonly title: string;
  /** The file's name. */
  readonly file: string;
  /** How many lines there will be. */
  readonly total: number;
  /** Begun once; what it knows then is what is written. */
  readonly write: (writing: Writing) => Promise<Written>;
  readonly doneText: (count: number) => string;
  /** What could not be done, as a sentence. */
  readonly failedText: string;
  readonly onClose: () => void;
}

/** Writes a list to a CSV file; shows itself only when that takes a while. */
export function CsvDialog({ title, file, total, write, doneText, failedText, onClose }: CsvDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const slow = useDelayed(300);
  const [written, setWritten] = useState(0);
  const [work] = useState(() => write);

  const report = (result: Written) => {
    if (result.status === "failed") toastFault(t, result.fault, failedText);
    if (result.status === "done") {
      saveFile(file, result.csv);
      toastDone({ message: doneText(result.count) });
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
      const result = await work({ onProgress: setWritten, signal: stop.signal });
      if (!stop.signal.aborted) latest.current(result);
    };
    const timer = setTimeout(() => void start());
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [work]);

  const share = total === 0 ? 0 : (100 * written) / total;
  return (
    <Dialog opened={slow} onClose={onClose} title={title} closesOutside={false} closeLabel={t("action.cancel")}>
      <Progress.Root size={6}>
        <Progress.Section value={share} aria-label={title} />
      </Progress.Root>
      <p className={classes["progress"]} aria-live="polite">
        {t("table.count", { shown: format.number(written), total: format.number(total) })}
      </p>
      <DialogFooter>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("action.cancel")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
