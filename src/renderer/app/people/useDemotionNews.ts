import { useTranslation } from "react-i18next";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { toastNews } from "#renderer/ui/toast.tsx";

/** Tells an owner at once that an Admin gave another a lower role, wherever the owner is. */
export function useDemotionNews(): void {
  const { t } = useTranslation("members");
  useDesktopEvent("feed", ({ event }) => {
    if (event.type !== "adminDemoted") return;
    const { byName: by, memberName: name, toRoleName: role, organizationName: organization } = event;
    toastNews(t("demoted", { by, name, role, organization }));
  });
}
