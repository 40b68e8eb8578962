import { IconBuilding, IconHistory, IconListDetails } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeletionImpact } from "#contract/entities/deletion.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

/** What goes with an organization besides people, and whether it can come back. Empty while it is counted. */
export function useDeletionImpact(
  noun: { readonly one: string; readonly other: string },
  counted: DeletionImpact | undefined,
): readonly Impact[] {
  const { t } = useTranslation("deletion");
  if (counted === undefined) return [];
  const { workspaces, auditEvents, holdDays } = counted;
  const some = (count: number, impact: Impact): readonly Impact[] => (count > 0 ? [impact] : []);
  return [
    ...some(workspaces, {
      id: "workspaces",
      icon: <IconBuilding />,
      text: t("impact.workspaces", { count: workspaces, noun: workspaces === 1 ? noun.one : noun.other }),
    }),
    { id: "events", icon: <IconListDetails />, text: t("impact.auditEvents", { count: auditEvents }) },
    holdDays > 0
      ? { id: "hold", icon: <IconHistory />, text: t("impact.hold", { count: holdDays }) }
      : { id: "hold", icon: <IconHistory />, text: t("impact.noHold"), tone: "danger" },
  ];
}
