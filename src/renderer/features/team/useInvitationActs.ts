import { useTranslation } from "react-i18next";
import type { Invitation } from "#contract/entities/invitation.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { toastUndoable } from "./undo.ts";

/** What can be done with one pending invitation. */
export function useInvitationActs(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const format = useFormat();
  const resending = useCommand("invitation.resend");
  const extension = useCommand("invitation.extend");
  const revocation = useCommand("invitation.revoke");
  const reinstatement = useCommand("invitation.reinstate");
  const of = (invitation: Invitation) => ({ organizationId: organization.id, invitationId: invitation.id });
  const until = ({ email, expiresAt }: Invitation) => ({ email, date: format.dateTime(expiresAt) });

  const resend = async (invitation: Invitation) => {
    const answer = await resending.run(of(invitation));
    if (answer.ok) toastDone({ message: t("done.resent", until(answer.value)) });
  };
  const extend = async (invitation: Invitation) => {
    const answer = await extension.run(of(invitation));
    if (answer.ok) toastDone({ message: t("done.extended", until(answer.value)) });
  };
  const reinstate = async (invitation: Invitation) => {
    const answer = await reinstatement.run(of(invitation));
    if (answer.ok) toastDone({ message: t("done.invitedAgain", until(answer.value)) });
  };
  const revoke = async (invitation: Invitation) => {
    const answer = await revocation.run(of(invitation));
    if (!answer.ok) return;
    const message = t("done.revoked", { email: invitation.email });
    toastUndoable(message, common("action.undo"), () => void reinstate(invitation));
  };
  return { resend, extend, revoke };
}
