import { notifications } from "@mantine/notifications";
import { create } from "zustand";
import { personal } from "#renderer/app/drafts/personal.ts";
import { toastDone, undoTime } from "#renderer/ui/toast.tsx";

interface Undoable {
  readonly organizationId: string;
  /** What was done, as its toast says it. */
  readonly message: string;
  readonly take: () => void;
}

interface Latest {
  readonly latest: Undoable | null;
}

const useLatest = personal(create<Latest>()(() => ({ latest: null })));

/**
 * The act in an organization that can still be taken back, so that the keyboard reaches it as well as the toast's
 * button. One done in another is left to its toast, which says what it was.
 */
export const useLatestAct = (organizationId: string): Undoable | null =>
  useLatest(({ latest }) => (latest?.organizationId === organizationId ? latest : null));

/** Says what was done and offers to take it back for as long as the toast stays. */
export function toastUndoable(organizationId: string, message: string, undoLabel: string, undo: () => void): void {
  const forget = () => useLatest.setState((state) => (state.latest === act ? { latest: null } : state));
  const run = () => {
    forget();
    undo();
  };
  const id = toastDone({ message, undo: { label: undoLabel, run } });
  const act: Undoable = {
    organizationId,
    message,
    take: () => {
      notifications.hide(id);
      run();
    },
  };
  useLatest.setState({ latest: act });
  setTimeout(forget, undoTime);
}
