import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { seats } from "#domain/membership.ts";
import classes from "./Invite.module.css";

/** How many seats are used, pending and free, and a warning where more are invited than can sit down. */
export function SeatsNote({ organization, inviting }: { organization: Organization; inviting: number }) {
  const { t } = useTranslation("team");
  const { limit, used, pending, free } = seats({
    limit: organization.seatsLimit,
    active: organization.memberCount,
    pending: organization.pendingInvitations,
  });
  if (limit === null || free === null) return null;
  const over = inviting > 0 && inviting + pending > free;
  return (
    <output className={classes["seats"]} data-over={over || undefined}>
      {over ? <IconAlertTriangle size={16} aria-hidden="true" /> : null}
      <span>
        {t("invite.seats", {
          used,
          limit,
          pending,
          free,
        })}{" "}
        {over ? t("invite.seatsOver") : null}
      </span>
    </output>
  );
}
