import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { InvitationRow } from "./InvitationRow.tsx";
import { useJoined } from "./useJoined.ts";

/** An invitation of the inbox. Declining asks first, because only a new invitation would bring it back. */
export function ReceivedInvitationRow({ invitation }: { invitation: ReceivedInvitation }) {
  const { t } = useTranslation("invitations");
  const [declining, setDeclining] = useState(false);
  const organization = invitation.organizationName;
  const joined = useJoined(invitation);
  const accept = useCommand("invitation.acceptReceived", { onDone: joined });
  const decline = useCommand("invitation.declineReceived", {
    onDone: () => toastDone({ message: t("declined", { organization }) }),
  });
  const given = { invitationId: invitation.id };
  return (
    <>
      <InvitationRow
        invitation={invitation}
        accepting={accept.pending}
        onAccept={() => void accept.run(given)}
        refuseLabel={t("decline")}
        onRefuse={() => setDeclining(true)}
      />
      <DecisionDialog
        opened={declining}
        title={t("declineTitle", { organization })}
        confirmLabel={t("decline")}
        cancelLabel={t("keep")}
        pending={decline.pending}
        onConfirm={() => void decline.run(given).then(() => setDeclining(false))}
        onClose={() => setDeclining(false)}
      >
        {t("declineText", { person: invitation.invitedByName, organization })}
      </DecisionDialog>
    </>
  );
}
