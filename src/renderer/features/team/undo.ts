import { notifications } from "@mantine/notifications";
import { create } from "zustand";
import { personal } from "#renderer/app/drafts/personal.ts";
import { toastDone, undoTime } from "#renderer/ui/toast.tsx";

interface Undoable {
  /** What was done, as its toast says it. */
  readonly message: string;
  readonly take: () => void;
}

interface Latest {
  readonly latest: Undoable | null;
}

/** The act that can still be taken back, so that the keyboard reaches it as well as the toast's button. */
export const useLatestAct = personal(create<Latest>()(() => ({ latest: null })));

/** Says what was done and offers to take it back for as long as the toast stays. */
export function toastUndoable(message: string, undoLabel: string, undo: () => void): void {
  const forget = () => useLatestAct.setState((state) => (state.latest === act ? { latest: null } : state));
  const run = () => {
    forget();
    undo();
  };
  const id = toastDone({ message, undo: { label: undoLabel, run } });
  const act: Undoable = {
    message,
    take: () => {
      notifications.hide(id);
      run();
    },
  };
  useLatestAct.setState({ latest: act });
  setTimeout(forget, undoTime);
}
