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

/** Whose export, and of which organization's log. */
export type ExportPlace = Pick<ExportRun, "accountId" | "organizationId">;

const placeOf = ({ accountId, organizationId }: ExportPlace): string => `${accountId}/${organizationId}`;

/** One for each place: another organization's may go on meanwhile. */
const store = createStore<ReadonlyMap<string, ExportRun>>(() => new Map());

/** The export of this person from this organization, if there is one. */
export const useExportRun = (place: ExportPlace): ExportRun | null =>
  useStore(store, (runs) => runs.get(placeOf(place)) ?? null);

export const isRunning = (run: ExportRun | null): boolean =>
  run !== null && ["starting", "running", "cancelling"].includes(run.status);

export function dismissExport(place: ExportPlace): void {
  store.setState((runs) => new Map([...runs].filter(([key]) => key !== placeOf(place))), true);
}

/** Starts an export and follows it to its end. */
export async function startExport(bridge: Bridge, accountId: string, wish: Wish): Promise<void> {
  // A short export can be over before its start is answered, so what comes early is kept.
  const early = new Map<string, Progress>();
  let exportId: string | null = null;
  const { organizationId, format } = wish;
  const place = { accountId, organizationId };
  const update = (change: (run: ExportRun) => Partial<ExportRun>) => changeRun(place, change);
  const hear = ({ status, written, total, file }: Progress) => {
    const goesOn = (run: ExportRun) => run.status === "cancelling" && status === "running";
    update((run) => ({ status: goesOn(run) ? "cancelling" : status, written, total, file }));
    if (status !== "running") end();
  };
  const end = bridge.subscribe((event) => {
    if (event.type !== "auditExport") return;
    if (event.exportId === exportId) hear(event);
    else if (exportId === null) early.set(event.exportId, event);
  });
  const nothing = { exportId: null, written: 0, total: null, file: null, fault: null, moment: null };
  const run: ExportRun = { ...place, format, status: "starting", ...nothing };
  store.setState((runs) => new Map(runs).set(placeOf(place), run), true);
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

export async function cancelExport(bridge: Bridge, { exportId, ...place }: ExportRun): Promise<void> {
  if (exportId === null) return;
  changeRun(place, () => ({ status: "cancelling" }));
  await bridge.call("auditExport.cancel", { exportId });
}

function changeRun(place: ExportPlace, change: (run: ExportRun) => Partial<ExportRun>): void {
  store.setState((runs) => {
    const run = runs.get(placeOf(place));
    return run === undefined ? runs : new Map(runs).set(placeOf(place), { ...run, ...change(run) });
  }, true);
}
