import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OpenedAvatar } from "#renderer/app/organizations/InvitingAvatar.tsx";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Invitation.module.css";

/** The invitation behind an opened link: which organization, who invites, as what. Nothing without one. */
export function InvitationBanner() {
  const { t } = useTranslation("welcome");
  const invitation = useDesktop((state) => state.openedInvitation);
  const dismiss = useCommand("invitation.dismissOpened");
  if (!invitation) return null;
  const { organizationName, invitedByName, roleName, roleDescription, email, message, expiresAt } = invitation;
  return (
    <section className={classes["banner"]} aria-label={organizationName}>
      <OpenedAvatar invitation={invitation} />
      <div className={classes["texts"]}>
        <div className={classes["name"]} dir="auto">
          {organizationName}
        </div>
        <div>{t("invitation.offer", { person: invitedByName, role: roleName })}</div>
        {roleDescription ? (
          <div className={classes["detail"]} dir="auto">
            {roleDescription}
          </div>
        ) : null}
        {message ? (
          <blockquote className={classes["message"]} dir="auto">
            {message}
          </blockquote>
        ) : null}
        <div className={classes["detail"]}>
          {t("invitation.expires", { email })} <RelativeTime at={expiresAt} />
        </div>
      </div>
      <CloseButton size="sm" aria-label={t("invitation.notNow")} onClick={() => void dismiss.run({})} />
    </section>
  );
}
