import { useTranslation } from "react-i18next";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { InvitationRow } from "./InvitationRow.tsx";
import { useJoined } from "./useJoined.ts";

/** The invitation behind a link that was opened; it joins only the address that it was sent to. */
export function OpenedInvitation({ invitation }: { invitation: ReceivedInvitation }) {
  const { t } = useTranslation("invitations");
  const { email } = useAccount();
  const joined = useJoined(invitation);
  const accept = useCommand("invitation.acceptOpened", { onDone: joined });
  const dismiss = useCommand("invitation.dismissOpened");
  const foreign = invitation.email.toLocaleLowerCase() !== email.toLocaleLowerCase();
  return (
    <InvitationRow
      invitation={invitation}
      opened
      accepting={accept.pending}
      reason={foreign ? t("foreign", { invited: invitation.email, own: email }) : null}
      onAccept={() => void accept.run({})}
      refuseLabel={t("notNow")}
      onRefuse={() => void dismiss.run({})}
    />
  );
}
