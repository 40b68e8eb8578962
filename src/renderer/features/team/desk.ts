import { useOutletContext } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { Ask } from "./asking.ts";
import type { TeamRow } from "./people.ts";

/** What the page gives to the drawers beside its table. */
export interface TeamDesk {
  readonly organization: Organization;
  readonly ask: Ask;
  /** The row with this id, if it has been read: its drawer shows it while the rest is on its way. */
  readonly find: (id: string) => TeamRow | undefined;
  readonly step: (from: string, by: -1 | 1) => void;
  readonly close: () => void;
}

export const useTeamDesk = (): TeamDesk => useOutletContext<TeamDesk>();
