import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Bridge } from "#contract/bridge.ts";
import type { DesktopEvent, DesktopGiven, DesktopOutput } from "#contract/desktop.ts";
import type { Fault } from "#contract/fault.ts";

type Progress = Extract<DesktopEvent, { type: "auditExport" }>;
type Wish = DesktopGiven<"auditExport.start">;

/** An export of the log on its way into a file. It goes on while the person is elsewhere. */
export interface ExportRun {
  readonly accountId: string;
  readonly organizationId: string;
  readonly format: Wish["format"];
  readonly status: Progress["status"] | "starting" | "cancelling" | "refused";
  readonly exportId: string | null;
  readonly written: number;
  readonly total: number | null;
  readonly file: string | null;
  readonly fault: Fault | null;
  /** The moment at which the file ends, where it is not now. */
  readonly moment: DesktopOutput<"auditExport.start">["moment"];
}

const store = createStore<{ readonly run: ExportRun | null }>(() => ({ run: null }));

/** The export of this person from this organization, if there is one. */
export function useExportRun(accountId: string, organizationId: string): ExportRun | null {
  const run = useStore(store, (state) => state.run);
  return run?.accountId === accountId && run.organizationId === organizationId ? run : null;
}

export const isRunning = (run: ExportRun | null): boolean =>
  run !== null && ["starting", "running", "cancelling"].includes(run.status);

export function dismissExport(): void {
  store.setState({ run: null });
}

/** Starts an export and follows it to its end. */
export async function startExport(bridge: Bridge, accountId: string, wish: Wish): Promise<void> {
  // A short export can be over before its start is answered, so what comes early is kept.
  const early = new Map<string, Progress>();
  let exportId: string | null = null;
  const hear = ({ status, written, total, file }: Progress) => {
    update((run) => ({ status: run.status === "cancelling" && status === "running" ? "cancelling" : status }));
    update(() => ({ written, total, file }));
    if (status !== "running") end();
  };
  const end = bridge.subscribe((event) => {
    if (event.type !== "auditExport") return;
    if (event.exportId === exportId) hear(event);
    else if (exportId === null) early.set(event.exportId, event);
  });
  const { organizationId, format } = wish;
  const nothing = { exportId: null, written: 0, total: null, file: null, fault: null, moment: null };
  store.setState({ run: { accountId, organizationId, format, status: "starting", ...nothing } });
  const answer = await bridge.call("auditExport.start", wish);
  if (!answer.ok) {
    end();
    update(() => ({ status: "refused", fault: answer.fault }));
    return;
  }
  exportId = answer.value.exportId;
  const { exportId: started, moment } = answer.value;
  update(() => ({ status: "running", exportId: started, moment }));
  const heard = early.get(started);
  if (heard) hear(heard);
}

export async function cancelExport(bridge: Bridge, exportId: string): Promise<void> {
  update(() => ({ status: "cancelling" }));
  await bridge.call("auditExport.cancel", { exportId });
}

function update(change: (run: ExportRun) => Partial<ExportRun>): void {
  store.setState(({ run }) => ({ run: run && { ...run, ...change(run) } }));
}
