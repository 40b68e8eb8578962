import type { Loaded } from "./loaded.ts";
import type { OrganizationRows } from "./rows.ts";

/**
 * Opens what searching needs of the organization that is looked at before anybody searches, while nothing else is
 * asked: of 100,000 members that takes most of a second, which nobody should wait for at the first letter.
 */
export interface Warming {
  turnTo(organizationId: string): void;
  /** Does a little of it; false when nothing is left to do. */
  step(): boolean;
}

export function warmingOf(loaded: Pick<Loaded, "known">): Warming {
  let wanted: string | null = null;
  let rows: OrganizationRows | null = null;
  let steps: Generator<void> | null = null;
  return {
    turnTo: (organizationId) => {
      wanted = organizationId;
    },
    step: () => {
      const now = wanted === null ? null : loaded.known(wanted);
      // Rows that changed meanwhile are others, and are begun anew.
      if (now !== rows) {
        rows = now;
        steps = now?.warm() ?? null;
      }
      return steps?.next().done === false;
    },
  };
}
