import { IconClock, IconDoorExit } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

export type FormerOwner = "stays" | "leaves";

/** What the preview of a transfer does not tell: when it happens, and that leaving ends one's own access. */
export function useTransferImpact(heir: Member | null, formerOwner: FormerOwner): readonly Impact[] {
  const { t } = useTranslation("ownership");
  if (heir === null) return [];
  const leaves: Impact = { id: "you", icon: <IconDoorExit />, text: t("impact.youLeave"), tone: "danger" };
  return [
    { id: "accept", icon: <IconClock />, text: t("impact.accept", { to: heir.name }) },
    ...(formerOwner === "leaves" ? [leaves] : []),
  ];
}
