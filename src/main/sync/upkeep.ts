import type { Hindrance, OfflineChoice, OfflineData } from "#contract/entities/offline.ts";
import type { Delays } from "../back-off.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { FillWindow } from "../snapshot/window.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import type { Behind } from "./behind.ts";
import type { Progress } from "./progress.ts";
import { createQueue } from "./queue.ts";
import { createRetries } from "./retries.ts";
import { updateOrganization } from "./update.ts";

/** Brings organizations up to date, few at a time. What fails is told, and tried again by itself. */
export interface Upkeep {
  /** To be read when its turn comes. */
  due(organizationId: string): void;
  /** After a pause in which more may change, and before all others. */
  dueSoon(organizationId: string): void;
  /** It is up to date, or nobody wants it any more. */
  settled(organizationId: string): void;
  hindered(): OfflineData["hindered"];
  isHindered(organizationId: string): boolean;
  /** What failed is tried at once. */
  tryAgain(): void;
  clear(): void;
}

/** For one person, from their start to their end. */
export interface Run {
  readonly signal: AbortSignal;
  readonly kept: KeptWhere;
}

interface Parts {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly choice: () => OfflineChoice;
  readonly run: () => Promise<Run | null>;
  readonly behind: Behind;
  readonly progress: Progress;
  readonly delays: Delays;
  readonly onReached: () => void;
  /** The server does not answer, so nothing that waits is tried. */
  readonly onUnreached: () => void;
}

/** At a time: enough to use the line, few enough that the server has time for others. */
const atOnce = 2;

export const isChosen = ({ organizationIds }: OfflineChoice, organizationId: string): boolean =>
  organizationIds?.includes(organizationId) ?? true;

export const windowOf = ({ days, events: mostEvents }: OfflineChoice): FillWindow => ({ days, mostEvents });

export function createUpkeep(parts: Parts): Upkeep {
  const { remote, snapshot, choice, run, behind, progress, delays, onReached, onUnreached } = parts;
  const hindered = new Map<string, Hindrance>();
  const retries = createRetries(delays, (organizationId) => queue.add(organizationId));
  const settled = (organizationId: string) => {
    hindered.delete(organizationId);
    retries.settled(organizationId);
  };
  const queue = createQueue(atOnce, async (organizationId) => {
    const current = await run();
    if (current === null || !isChosen(choice(), organizationId)) return;
    const { signal, kept } = current;
    const mark = behind.mark();
    const given = { remote, snapshot, window: windowOf(choice()), signal };
    const outcome = await updateOrganization(given, organizationId, (rows, expected) =>
      progress.tell(kept, { rows, expected }),
    );
    if (signal.aborted) return;
    const isLeftOut = !isChosen(choice(), organizationId);
    if (isLeftOut) await snapshot.dropRows(organizationId);
    if (outcome === "done") {
      onReached();
      behind.caughtUp(organizationId, mark);
    }
    if (outcome === "done" || outcome === "gone" || isLeftOut) settled(organizationId);
    else if (outcome === "unreached") {
      queue.clear();
      onUnreached();
    } else {
      // What was dropped under it is as new, and no failure.
      if (outcome !== "dropped") hindered.set(organizationId, outcome);
      retries.failed(organizationId);
    }
    const filled = (await snapshot.standings())?.length ?? 0;
    progress.tell(kept, { filled, rows: 0, expected: 0, hindered: hindered.size });
  });
  return {
    due: (organizationId) => queue.add(organizationId),
    dueSoon: (organizationId) => queue.addSoon(organizationId),
    settled,
    hindered: () => [...hindered].map(([id, why]) => ({ id, why })),
    isHindered: (organizationId) => hindered.has(organizationId),
    tryAgain: () => retries.now(),
    clear: () => {
      retries.clear();
      hindered.clear();
      queue.clear();
    },
  };
}
