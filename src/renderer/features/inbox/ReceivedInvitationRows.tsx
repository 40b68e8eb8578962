import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { InvitationRow } from "./InvitationRow.tsx";
import { isOver } from "./over.ts";
import { useJoined } from "./useJoined.ts";

/** Invitations of the inbox. The dialog outlives its row: an invitation that is revoked meanwhile says so. */
export function ReceivedInvitationRows({ invitations }: { invitations: readonly ReceivedInvitation[] }) {
  const [asked, setAsked] = useState<ReceivedInvitation | null>(null);
  return (
    <>
      {invitations.map((invitation) => (
        <ReceivedInvitationRow key={invitation.id} invitation={invitation} onDecline={() => setAsked(invitation)} />
      ))}
      {asked ? (
        <DeclineDialog invitation={asked} over={isOver(asked, invitations)} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

interface ReceivedInvitationRowProps {
  readonly invitation: ReceivedInvitation;
  readonly onDecline: () => void;
}

function ReceivedInvitationRow({ invitation, onDecline }: ReceivedInvitationRowProps) {
  const { t } = useTranslation("invitations");
  const joined = useJoined(invitation);
  const accept = useCommand("invitation.acceptReceived", { onDone: joined });
  return (
    <InvitationRow
      invitation={invitation}
      accepting={accept.pending}
      onAccept={() => void accept.run({ invitationId: invitation.id })}
      refuseLabel={t("decline")}
      onRefuse={onDecline}
    />
  );
}

const invitationOver: Fault = { kind: "conflict", code: "invitationNotPending" };

interface DeclineDialogProps {
  readonly invitation: ReceivedInvitation;
  /** Nobody can decline it any more. */
  readonly over: boolean;
  readonly onClose: () => void;
}

/** Declining asks first, because only a new invitation would bring it back. */
function DeclineDialog({ invitation, over, onClose }: DeclineDialogProps) {
  const { t } = useTranslation("invitations");
  const { t: common } = useTranslation();
  const [fault, setFault] = useState<Fault | null>(null);
  const { id: invitationId, organizationName: organization, invitedByName: person } = invitation;
  const decline = useCommand("invitation.declineReceived", {
    onDone: () => {
      toastDone({ message: t("declined", { organization }) });
      onClose();
    },
    onFault: setFault,
  });
  const ended = over && !decline.pending;
  return (
    <DecisionDialog
      opened
      title={t("declineTitle", { organization })}
      confirmLabel={t("decline")}
      cancelLabel={ended ? common("action.close") : t("keep")}
      pending={decline.pending}
      ready={!over}
      fault={ended ? invitationOver : fault}
      onConfirm={() => void decline.run({ invitationId })}
      onClose={onClose}
    >
      {ended ? null : t("declineText", { person, organization })}
    </DecisionDialog>
  );
}
