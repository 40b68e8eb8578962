import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization, Person, PersonMembership } from "#contract/entities/people.ts";
import { roleThere } from "../managed.ts";
import type { PeopleFilters } from "./filters.ts";

/** The exported file: its header, and a line for each membership that the filters leave; times as ISO 8601 in UTC. */
export function usePeopleLines(byId: ReadonlyMap<string, ManagedOrganization>, filters: PeopleFilters) {
  const { t } = useTranslation("people");
  const { clients, status } = filters;
  const header = useMemo(
    () => [
      t("export.name"),
      t("column.email"),
      t("export.organization"),
      t("export.role"),
      t("export.status"),
      t("export.joined"),
      t("column.lastSeen"),
      t("column.twoFactor"),
    ],
    [t],
  );
  const lines = useCallback(
    ({ name, email, twoFactor, memberships }: Person): readonly (readonly string[])[] => {
      const wanted = (membership: PersonMembership) =>
        (clients.length === 0 || clients.includes(membership.organizationId)) &&
        (status === null ? membership.status !== "removed" : membership.status === status);
      return memberships.filter(wanted).map((membership) => {
        const organization = byId.get(membership.organizationId);
        return [
          name,
          email,
          organization?.name ?? membership.organizationId,
          roleThere(organization, membership.role).name,
          t(`status.${membership.status}`),
          membership.joinedAt,
          membership.lastSeenAt ?? "",
          t(twoFactor ? "twoFactor.yes" : "twoFactor.no"),
        ];
      });
    },
    [byId, clients, status, t],
  );
  return { header, lines };
}
