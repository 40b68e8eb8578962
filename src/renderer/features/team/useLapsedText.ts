import { useTranslation } from "react-i18next";
import type { Invitation } from "#contract/entities/invitation.ts";

/** Why an open invitation joins nobody, and what to do about it; null for all others. */
export function useLapsedText({ inviterMayNot, waitingForSeat, invitedBy }: Invitation): string | null {
  const { t } = useTranslation("team");
  if (!inviterMayNot) return null;
  return t(waitingForSeat ? "invitation.lapsedWaiting" : "invitation.lapsed", { name: invitedBy.name });
}
