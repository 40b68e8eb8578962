import { Button, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Moment } from "#renderer/bridge/age.ts";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { useDelayed } from "#renderer/ui/page/Loading.tsx";
import { toastDone, toastFault } from "#renderer/ui/toast.tsx";
import classes from "./CsvDialog.module.css";
import { useMomentWords } from "../offline/useMomentWords.ts";
import { namedFor, oldestOf } from "./moment.ts";
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
  readonly doneText: (count: number, file: string) => string;
  /** What could not be done, as a sentence. */
  readonly failedText: string;
  readonly onClose: () => void;
}

/** Writes a list to a CSV file; shows itself only when that takes a while. */
export function CsvDialog({ title, file, total, write, doneText, failedText, onClose }: CsvDialogProps) {
  const { t } = useTranslation();
  const { t: offline } = useTranslation("offline");
  const words = useMomentWords();
  const stateOf = (moment: Moment) => offline("file.state", { time: words(moment).time });
  const slow = useDelayed(300);
  const [written, setWritten] = useState(0);
  const [work] = useState(() => write);

  const report = (result: Written, moment: Moment | null) => {
    if (result.status === "failed") toastFault(t, result.fault, failedText);
    if (result.status === "done") {
      const name = namedFor(file, moment);
      saveFile(name, result.csv);
      const done = doneText(result.count, name);
      toastDone({ message: moment === null ? done : `${done}. ${stateOf(moment)}` });
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
      const source = oldestOf();
      const result = await work({ onProgress: setWritten, onSource: source.onSource, signal: stop.signal });
      if (!stop.signal.aborted) latest.current(result, source.moment());
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
        {t("table.count", { shown: written, total })}
      </p>
      <DialogFooter>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("action.cancel")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
