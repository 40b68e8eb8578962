import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toastDone } from "#renderer/ui/toast.tsx";

interface Leaving {
  readonly unsaved: boolean;
  readonly name: string;
  /** Where the unsaved edits wait. */
  readonly address: string;
}

/** Leaving with unsaved edits says that they are kept and leads back; closing the window asks first. */
export function useLeavingNotice({ unsaved, name, address }: Leaving): void {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const leave = useEffectEvent(() => {
    if (!unsaved) return;
    const undo = { label: t("general.goBack"), run: () => void navigate(address) };
    toastDone({ message: t("general.kept", { name }), undo });
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
