import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { toastDone } from "#renderer/ui/toast.tsx";

interface Accepted {
  readonly organizationId: string;
  readonly waitingForSeat: boolean;
}

/** What follows an acceptance: into the organization, or the wait for a seat (`product-rules.md`, 'seats'). */
export function useJoined(invitation: ReceivedInvitation): (accepted: Accepted) => void {
  const { t } = useTranslation("invitations");
  const navigate = useNavigate();
  const words = { organization: invitation.organizationName, role: invitation.roleName };
  return ({ organizationId, waitingForSeat }) => {
    toastDone({ message: waitingForSeat ? t("waits", words) : t("joined", words) });
    if (!waitingForSeat) void navigate(paths.organization(organizationId));
  };
}
