import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Topic } from "#contract/audit.ts";
import { invalidate } from "#renderer/bridge/invalidate.ts";
import type { Job } from "./job.ts";
import { notStarted, runAll, type Run } from "./runAll.ts";

/** What any command on people or invitations touches; read again once, when all are through. */
export const touched: readonly Topic[] = ["members", "invitations", "organization", "audit"];

/** Runs a job as soon as the screen is there, and stops with it or when told to. */
export function useRun(organizationId: string, job: Job, onOver: (run: Run) => void) {
  const client = useQueryClient();
  const [run, setRun] = useState(notStarted);
  const stop = useRef<AbortController>(null);
  const latest = useRef(onOver);
  useEffect(() => {
    latest.current = onOver;
  }, [onOver]);

  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    const work = async () => {
      const over = await runAll(job, controller.signal, setRun);
      void invalidate(client, { organizationId, topics: touched });
      latest.current(over);
    };
    // Deferred, so that a screen that goes away at once has started nothing.
    const timer = setTimeout(() => void work());
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [job, organizationId, client]);

  const cancel = useCallback(() => stop.current?.abort(), []);
  return { run, cancel };
}
