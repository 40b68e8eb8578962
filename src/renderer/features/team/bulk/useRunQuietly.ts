import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { invalidate } from "#renderer/bridge/invalidate.ts";
import { toastDone, toastFault } from "#renderer/ui/toast.tsx";
import type { Job } from "./job.ts";
import { runAll } from "./runAll.ts";
import { touched } from "./useRun.ts";

/** Runs a job that needs no dialog, such as taking another back from its toast, wherever the person has gone by then. */
export function useRunQuietly(organizationId: string): (job: Job) => void {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const client = useQueryClient();
  return useCallback(
    (job) => {
      const work = async () => {
        const { done, failures } = await runAll(job, new AbortController().signal, () => {});
        void invalidate(client, { organizationId, topics: touched });
        if (done.length > 0) toastDone({ message: job.doneText(done.length) });
        const [first] = failures;
        if (first) toastFault(common, first.fault, t("bulk.failed", { count: failures.length }));
      };
      void work();
    },
    [client, organizationId, t, common],
  );
}
