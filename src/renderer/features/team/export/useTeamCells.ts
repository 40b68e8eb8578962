import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { standingOf } from "../judging.ts";
import { roleOfRow, type TeamRow } from "../people.ts";

/** The columns of the exported file; times as ISO 8601 in UTC, so that any program reads them. */
export function useTeamCells(organization: Organization) {
  const { t } = useTranslation("team");
  return useMemo(() => {
    const policy = policyFor(organization);
    const header = [
      t("export.name"),
      t("column.email"),
      t("column.role"),
      t("column.status"),
      t("column.joined"),
      t("column.lastSeen"),
      t("drawer.invitedBy"),
      t("export.expires"),
    ];
    const cells = (row: TeamRow): readonly string[] => {
      const role = nameOfRole(policy, roleOfRow(row));
      if (row.kind === "member") {
        const { name, email, joinedAt, lastSeenAt } = row.member;
        return [name, email, role, t(`status.${standingOf(row.member)}`), joinedAt, lastSeenAt ?? "", "", ""];
      }
      const { email, status, inviterMayNot, invitedBy, expiresAt } = row.invitation;
      return ["", email, role, t(`status.${inviterMayNot ? "lapsed" : status}`), "", "", invitedBy.name, expiresAt];
    };
    return { header, cells };
  }, [organization, t]);
}
