import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import type { Managed } from "../managed.ts";
import { MembershipBadge } from "../MembershipBadge.tsx";
import { OrganizationStack } from "./OrganizationStack.tsx";
import classes from "./People.module.css";
import { useRoleSummary } from "./useRoleSummary.ts";

/** Organizations that get a column of their own; more would leave no room for the person. */
const columnsAtMost = 8;

/**
 * The columns of the people. Each organization of the filter gets one of its own with the role there; the others are
 * told together.
 */
export function useColumns(
  byId: ReadonlyMap<string, Managed>,
  clients: readonly string[],
): readonly TableColumn<Person>[] {
  const { t } = useTranslation("people");
  const { id: you } = useAccount();
  const summary = useRoleSummary(byId);
  return useMemo(() => {
    const chosen = clients.flatMap((id) => byId.get(id) ?? []).slice(0, columnsAtMost);
    return [
      {
        id: "name",
        header: t("column.person"),
        cell: ({ accountId, name, email }) => (
          <PersonName id={accountId} name={name} detail={email} isYou={accountId === you} />
        ),
        sortable: true,
        width: 240,
        grow: 2,
        priority: 1,
      },
      ...chosen.map(roleColumn),
      {
        id: "organizations",
        header: t("column.organizations"),
        cell: (person) => <OrganizationStack person={person} byId={byId} />,
        sortable: true,
        width: 190,
        grow: 0,
        priority: 3,
      },
      {
        id: "roles",
        header: t("column.roles"),
        cell: (person) => <Truncate>{summary(person)}</Truncate>,
        width: 180,
        grow: 1,
        priority: 4,
      },
      {
        id: "twoFactor",
        header: t("column.twoFactor"),
        cell: (person) => (
          <span className={classes["quiet"]} data-off={!person.twoFactor || undefined}>
            {t(person.twoFactor ? "twoFactor.yes" : "twoFactor.no")}
          </span>
        ),
        width: 100,
        grow: 0,
        priority: 5,
      },
      {
        id: "lastSeenAt",
        header: t("column.lastSeen"),
        cell: ({ lastSeenAt }) =>
          lastSeenAt === null ? (
            <span className={classes["quiet"]}>{t("never")}</span>
          ) : (
            <RelativeTime at={lastSeenAt} />
          ),
        sortable: true,
        width: 130,
        grow: 0,
        priority: 3,
      },
    ];
  }, [byId, clients, summary, you, t]);
}

function roleColumn(organization: ManagedOrganization): TableColumn<Person> {
  return {
    id: `organization:${organization.id}`,
    header: organization.name,
    cell: (person) => {
      const membership = person.memberships.find(({ organizationId }) => organizationId === organization.id);
      return <MembershipBadge membership={membership} organization={organization} />;
    },
    width: 120,
    grow: 0,
  };
}
