import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#contract/entities/plan.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";

/** Stopping a plan that runs, and going on with what failed or was not tried of one that is over. */
export function usePlanActions(): (plan: Plan) => readonly MenuAction[] {
  const { t } = useTranslation("people");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const { run: cancel } = useCommand("plan.cancel");
  const { run: resume } = useCommand("plan.resume");
  return useCallback(
    ({ id: planId, status, counts }) => {
      const reason = online ? null : frame("refusal.offline");
      if (status === "running") {
        const icon = <IconPlayerStop size={16} />;
        return [{ id: "cancel", label: t("plans.run.cancel"), icon, reason, onSelect: () => void cancel({ planId }) }];
      }
      const left = counts.failed + counts.cancelled;
      if (left === 0) return [];
      const label = t("plans.run.resume", { count: left });
      const icon = <IconPlayerPlay size={16} />;
      return [{ id: "resume", label, icon, reason, onSelect: () => void resume({ planId }) }];
    },
    [online, cancel, resume, t, frame],
  );
}
