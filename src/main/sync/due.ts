import type { Standing } from "../snapshot/worker/protocol.ts";
import { isSameWindow, type FillWindow } from "../snapshot/window.ts";

/** An organization as the server lists it. */
interface Listed {
  readonly id: string;
  readonly revision: number;
  readonly lastActivityAt: string;
}

interface Kept {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly window: FillWindow;
  /** Of organizations, the one that is looked at. */
  readonly first: string | null;
  readonly now: number;
}

/** Names and who was here change without a revision; so what is this old is looked at again. */
const staleMs = 6 * 60 * 60_000;

/** Which organizations are kept as they are wanted, and which are to be read, those in use first. */
export function dueOf(wanted: readonly Listed[], { standings, window, first, now }: Kept) {
  const isAsKept = ({ id, revision }: Listed): boolean => {
    const standing = standings.get(id);
    if (standing === undefined || standing.revision !== revision) return false;
    return isSameWindow(standing.window, window) && now - Date.parse(standing.at) <= staleMs;
  };
  const inOrderOfUse = wanted.toSorted((a, b) => {
    if (a.id === first || b.id === first) return a.id === first ? -1 : 1;
    return a.lastActivityAt < b.lastActivityAt ? 1 : -1;
  });
  const [due, asKept]: [string[], string[]] = [[], []];
  for (const organization of inOrderOfUse) (isAsKept(organization) ? asKept : due).push(organization.id);
  return { due, asKept };
}
