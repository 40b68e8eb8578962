import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { useDelayed } from "#renderer/ui/page/Loading.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { toastUndoable } from "../undo.ts";
import classes from "./Bulk.module.css";
import { inverseOf, type Job } from "./job.ts";
import type { Run } from "./runAll.ts";
import { useRun } from "./useRun.ts";
import { useRunQuietly } from "./useRunQuietly.ts";

interface RunDialogProps {
  readonly organizationId: string;
  readonly job: Job;
  readonly onClose: () => void;
}

/** A longer work: how far it is, a way to stop it, and in the end what failed and why. */
export function RunDialog({ organizationId, job, onClose }: RunDialogProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const slow = useDelayed(300);
  const runQuietly = useRunQuietly(organizationId);

  const report = (over: Run) => {
    const inverse = inverseOf(job, over.done);
    const message = job.doneText(over.done.length);
    if (over.done.length > 0) {
      if (inverse) toastUndoable(organizationId, message, common("action.undo"), () => runQuietly(inverse));
      else toastDone({ message });
    }
    if (over.failures.length === 0 && !over.cancelled) onClose();
  };
  const { run, cancel } = useRun(organizationId, job, report);
  const tried = run.done.length + run.failures.length;
  const progress = t("bulk.progress", { done: tried, total: job.items.length });
  const over = run.status === "over";
  return (
    <Dialog
      opened={slow || over}
      onClose={over ? onClose : cancel}
      title={job.title}
      closesOutside={over}
      closeLabel={over ? common("action.close") : t("bulk.stop")}
    >
      <div className={classes["run"]}>
        <div>
          <Progress.Root size={6}>
            <Progress.Section value={(100 * tried) / job.items.length} aria-label={job.title} />
          </Progress.Root>
          <p className={classes["progress"]} aria-live="polite">
            {run.cancelled ? t("bulk.stopped", { progress }) : progress}
          </p>
        </div>
        {over && run.failures.length > 0 ? <Failures run={run} /> : null}
        <DialogFooter>
          <Button variant="default" data-autofocus onClick={over ? onClose : cancel}>
            {over ? common("action.close") : t("bulk.stop")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}

function Failures({ run }: { run: Run }) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  return (
    <div role="alert">
      <p className={classes["lead"]}>{t("bulk.failed", { count: run.failures.length })}</p>
      <ul data-scrolls className={classes["list"]}>
        {run.failures.map(({ item, fault }) => (
          <li key={item.id}>
            <span className={classes["name"]} dir="auto">
              {item.name}
            </span>
            <span className={classes["why"]}>
              {faultText(common, fault)} {fault.requestId ? common("error.requestId", { id: fault.requestId }) : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
