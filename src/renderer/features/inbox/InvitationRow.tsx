import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { OpenedAvatar, ReceivedAvatar } from "#renderer/app/organizations/InvitingAvatar.tsx";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Inbox.module.css";

interface InvitationRowProps {
  readonly invitation: ReceivedInvitation;
  /** Behind a link that was opened; else one of the inbox. */
  readonly opened?: boolean;
  readonly accepting: boolean;
  /** Why it cannot be accepted. */
  readonly reason?: string | null;
  readonly onAccept: () => void;
  readonly refuseLabel: string;
  readonly onRefuse: () => void;
}

/** Who invites to what, as what and until when, with the two answers. */
export function InvitationRow(props: InvitationRowProps) {
  const { invitation, opened, accepting, reason, onAccept, refuseLabel, onRefuse } = props;
  const { t } = useTranslation("invitations");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const because = online ? reason : frame("refusal.offline");
  return (
    <li className={classes["row"]}>
      {opened ? <OpenedAvatar invitation={invitation} /> : <ReceivedAvatar invitation={invitation} />}
      <div className={classes["texts"]}>
        <div className={classes["name"]} dir="auto">
          {invitation.organizationName}
        </div>
        <div>{t("offer", { person: invitation.invitedByName, role: invitation.roleName })}</div>
        {invitation.roleDescription ? (
          <div className={classes["detail"]} dir="auto">
            {invitation.roleDescription}
          </div>
        ) : null}
        {invitation.message ? (
          <blockquote className={classes["message"]} dir="auto">
            {invitation.message}
          </blockquote>
        ) : null}
        <div className={classes["detail"]}>
          {t("expires")} <RelativeTime at={invitation.expiresAt} />
        </div>
        {reason ? <div className={classes["reason"]}>{reason}</div> : null}
      </div>
      <div className={classes["actions"]}>
        <Reason because={online ? null : frame("refusal.offline")}>
          <Button variant="default" onClick={onRefuse}>
            {refuseLabel}
          </Button>
        </Reason>
        <Reason because={because}>
          <Button loading={accepting} onClick={onAccept}>
            {t("accept")}
          </Button>
        </Reason>
      </div>
    </li>
  );
}
