import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { roleOfRow, type TeamRow } from "./people.ts";
import { RequestBadge } from "./requests/RequestBadge.tsx";
import { useOpenRequests } from "./requests/useOpenRequests.ts";
import { RowStatus } from "./RowStatus.tsx";
import classes from "./Team.module.css";

/** The columns of the team; the ids are the server's names of their order. */
export function useColumns(organization: Organization): readonly TableColumn<TeamRow>[] {
  const { t } = useTranslation("team");
  const requests = useOpenRequests(organization);
  const policy = policyFor(organization);
  // Made once: most rows show a role that another shows as well.
  const badges = useMemo(
    () =>
      new Map(
        [...policy.roles].map(([key, role]) => [key, <RoleBadge key={key} name={role.name} owner={role.ownerClass} />]),
      ),
    [policy],
  );
  const active = useMemo(() => <span className={classes["quiet"]}>{t("status.active")}</span>, [t]);
  const never = useMemo(() => <span className={classes["quiet"]}>{t("never")}</span>, [t]);
  return useMemo(() => {
    const you = organization.me.memberId;
    return [
      {
        id: "name",
        header: t("column.person"),
        cell: (row) => personOf(row, you),
        sortable: true,
        plain: true,
        width: 260,
        grow: 1,
        priority: 1,
      },
      {
        id: "email",
        header: t("column.email"),
        cell: (row) => (row.kind === "member" ? row.member.email : row.invitation.email),
        sortable: true,
        plain: true,
        width: 200,
        initiallyHidden: true,
        priority: 5,
      },
      {
        id: "role",
        header: t("column.role"),
        cell: (row) => badges.get(roleOfRow(row)) ?? <RoleBadge name={roleOfRow(row)} />,
        sortable: true,
        plain: true,
        width: 130,
        grow: 0,
        priority: 1,
      },
      {
        id: "status",
        header: t("column.status"),
        cell: (row) => {
          const request = row.kind === "member" ? requests.get(row.member.id) : undefined;
          if (request) return <RequestBadge organization={organization} request={request} />;
          return isSimplyActive(row) ? active : <RowStatus row={row} />;
        },
        plain: true,
        width: 212,
        grow: 0,
        priority: 2,
      },
      {
        id: "joinedAt",
        header: t("column.joined"),
        cell: (row) => (row.kind === "member" ? <RelativeTime at={row.member.joinedAt} /> : absent),
        sortable: true,
        plain: true,
        width: 120,
        grow: 0,
        priority: 4,
      },
      {
        id: "lastSeenAt",
        header: t("column.lastSeen"),
        cell: (row) => lastSeenOf(row, never),
        sortable: true,
        plain: true,
        width: 120,
        grow: 0,
        priority: 3,
      },
    ];
  }, [organization, requests, badges, active, never, t]);
}

/** Who it is: an invitation has an address for a name, and the room for all of it; its drawer tells who sent it. */
function personOf(row: TeamRow, you: string) {
  if (row.kind === "member") {
    const { id, accountId, name, email } = row.member;
    return <PersonName id={accountId} name={name} detail={email} isYou={id === you} />;
  }
  const { id, email } = row.invitation;
  return <PersonName id={id} name={email} />;
}

/** As nearly everybody is: in, and for good. */
const isSimplyActive = (row: TeamRow): boolean =>
  row.kind === "member" && row.member.status === "active" && row.member.accessUntil === null;

function lastSeenOf(row: TeamRow, never: ReactNode) {
  if (row.kind === "invitation") return absent;
  const { lastSeenAt } = row.member;
  return lastSeenAt === null ? never : <RelativeTime at={lastSeenAt} />;
}

const absent = <span className={classes["quiet"]}>–</span>;
