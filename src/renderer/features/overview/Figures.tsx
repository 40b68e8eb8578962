import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { ownersWarning, seats } from "#domain/membership.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import classes from "./Overview.module.css";

/** Members, pending invitations, seats and owners, each leading to the people behind it. */
export function Figures({ organization }: { organization: Organization }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const { memberCount, pendingInvitations, seatsLimit, owners } = organization;
  const team = paths.team(organization.id);
  const ownerRoles = policyFor(organization)
    .preset.roles.filter((role) => role.ownerClass)
    .map((role) => role.key);
  const { free } = seats({ limit: seatsLimit, active: memberCount, pending: pendingInvitations });
  return (
    <dl className={classes["figures"]}>
      <Figure label={t("members")} value={format.number(memberCount)} to={team} />
      <Figure
        label={t("pending")}
        value={format.number(pendingInvitations)}
        to={paths.team(organization.id, { status: "pending" })}
      >
        {pendingInvitations === 0 ? t("nobodyWaits") : t("waiting", { count: pendingInvitations })}
      </Figure>
      <Figure label={t("seats")} value={seatsLimit === null ? t("unlimited") : format.number(seatsLimit)} to={team}>
        {free === null ? t("seatsUsed", { used: memberCount }) : t("seatsFree", { used: memberCount, free })}
      </Figure>
      <Figure label={t("owners")} value={format.number(owners)} to={paths.team(organization.id, { roles: ownerRoles })}>
        <OwnersNote owners={owners} />
      </Figure>
    </dl>
  );
}

function OwnersNote({ owners }: { owners: number }) {
  const { t } = useTranslation("overview");
  const warning = ownersWarning(owners);
  if (warning === null) return t("ownersNote.fine");
  return (
    <span className={classes["warning"]}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {t(`ownersNote.${warning}`)}
    </span>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly to: string;
  readonly children?: ReactNode;
}

function Figure({ label, value, to, children }: FigureProps) {
  return (
    <div className={classes["figure"]}>
      <dt>{label}</dt>
      <dd>
        <Link to={to} className={classes["value"]} aria-label={`${label}: ${value}`}>
          {value}
        </Link>
        <div className={classes["note"]}>{children}</div>
      </dd>
    </div>
  );
}
