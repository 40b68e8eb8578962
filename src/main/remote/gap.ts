import type { Answer } from "#contract/answer.ts";
import type { VersionGap } from "#contract/fault.ts";

/** Whether server and desktop turned out not to understand each other somewhere, which one screen alone cannot tell. */
export interface GapWatch {
  readonly current: () => VersionGap | null;
  readonly saw: (answer: Answer<unknown>) => void;
  /** The server may have been updated meanwhile. */
  look(): Promise<void>;
}

export interface GapOptions {
  /** The version that the server has now; null where it does not tell. */
  readonly serverVersion: () => Promise<string | null>;
  readonly onChange: () => void;
}

export function createGapWatch({ serverVersion, onChange }: GapOptions): GapWatch {
  let gap: VersionGap | null = null;
  const become = (next: VersionGap | null) => {
    if (gap?.older === next?.older && gap?.serverVersion === next?.serverVersion) return;
    gap = next;
    onChange();
  };
  return {
    current: () => gap,
    saw: (answer) => {
      if (answer.ok || answer.fault.kind !== "outdated") return;
      const { older, serverVersion: found } = answer.fault;
      become({ older, serverVersion: found });
    },
    look: async () => {
      const met = gap;
      if (met === null || (await serverVersion()) === met.serverVersion) return;
      if (gap === met) become(null);
    },
  };
}
