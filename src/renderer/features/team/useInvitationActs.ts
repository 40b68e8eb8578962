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
  const of = (invitation: Invitation) => ({ organizationId: organization.id, invitationId: invitation.id });
  const until = ({ email, expiresAt }: Invitation) => ({ email, date: format.dateTime(expiresAt) });
  const said = (key: "resent" | "extended" | "invitedAgain") => (now: Invitation) => {
    toastDone({ message: t(`done.${key}`, until(now)) });
  };

  const resending = useCommand("invitation.resend", { onDone: said("resent") });
  const extension = useCommand("invitation.extend", { onDone: said("extended") });
  const reinstatement = useCommand("invitation.reinstate", { onDone: said("invitedAgain") });
  const revocation = useCommand("invitation.revoke", {
    onDone: (gone) => {
      const again = () => void reinstatement.run(of(gone));
      toastUndoable(organization.id, t("done.revoked", { email: gone.email }), common("action.undo"), again);
    },
  });
  return {
    resend: (invitation: Invitation) => void resending.run(of(invitation)),
    extend: (invitation: Invitation) => void extension.run(of(invitation)),
    revoke: (invitation: Invitation) => void revocation.run(of(invitation)),
  };
}
