import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { toastDone } from "#renderer/ui/toast.tsx";

interface Leaving {
  readonly unsaved: boolean;
  /** Says that the edits are kept. */
  readonly message: string;
  readonly backLabel: string;
  /** Where the unsaved edits wait. */
  readonly address: string;
}

/** Leaving with unsaved edits says that they are kept and leads back; closing the window asks first. */
export function useLeavingNotice({ unsaved, message, backLabel, address }: Leaving): void {
  const navigate = useNavigate();
  const leave = useEffectEvent(() => {
    if (unsaved) toastDone({ message, undo: { label: backLabel, run: () => void navigate(address) } });
  });
  useEffect(() => () => leave(), []);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
