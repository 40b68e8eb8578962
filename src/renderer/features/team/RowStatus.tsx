import { useTranslation } from "react-i18next";
import type { Invitation } from "#contract/entities/invitation.ts";
import type { Member } from "#contract/entities/member.ts";
import { day } from "#domain/calendar/lengths.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import { AccessEndText } from "./details/AccessEndText.tsx";
import { daysLeft } from "./details/daysLeft.ts";
import { standingOf } from "./judging.ts";
import type { TeamRow } from "./people.ts";
import { useLapsedText } from "./useLapsedText.ts";
import classes from "./Team.module.css";

/** An invitation that ends within this time stands out, in milliseconds. */
const soon = day;

/** Whether somebody is in, still invited and until when, or was removed and when. */
export function RowStatus({ row }: { row: TeamRow }) {
  return row.kind === "member" ? <MemberStatus member={row.member} /> : <InvitationStatus {...row} />;
}

export function MemberStatus({ member }: { member: Member }) {
  const { t } = useTranslation("team");
  if (member.status === "active") {
    return member.accessUntil === null ? (
      <Badge tone="plain">{t("status.active")}</Badge>
    ) : (
      <AccessEndText until={member.accessUntil} />
    );
  }
  return (
    <span className={classes["status"]}>
      <Badge tone="grey">{t(`status.${standingOf(member)}`)}</Badge>
      {member.removedAt === null ? null : <DaysLeft member={member} removedAt={member.removedAt} />}
    </span>
  );
}

/** How long somebody can still be brought back; else when they were removed or left. */
function DaysLeft({ member, removedAt }: { member: Member; removedAt: string }) {
  const { t } = useTranslation("members");
  const days = daysLeft(member, useNow());
  if (days !== null) return <Truncate className={classes["quiet"]}>{t("left", { count: days })}</Truncate>;
  return (
    <span className={classes["quiet"]}>
      <RelativeTime at={removedAt} />
    </span>
  );
}

export function InvitationStatus({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("team");
  const now = useNow();
  const lapsed = useLapsedText(invitation);
  const { status, waitingForSeat, expiresAt } = invitation;
  if (lapsed !== null) {
    return (
      <span data-tip={lapsed}>
        <Badge tone="red">{t("status.lapsed")}</Badge>
      </span>
    );
  }
  if (waitingForSeat) return <Badge tone="amber">{t("status.waitingForSeat")}</Badge>;
  if (status !== "pending") return <Badge>{t(`status.${status}`)}</Badge>;
  const left = Date.parse(expiresAt) - now;
  const over = left <= 0;
  return (
    <span className={classes["status"]}>
      <Badge tone={over ? "red" : "amber"}>{over ? t("status.expired") : t("status.pending")}</Badge>
      <span className={classes["quiet"]} data-soon={(!over && left < soon) || undefined}>
        {over ? null : `${t("expires")} `}
        <RelativeTime at={expiresAt} />
      </span>
    </span>
  );
}
