import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { ChoiceFilterChip } from "#renderer/ui/filters/ChoiceFilterChip.tsx";
import { ChoicesFilterChip } from "#renderer/ui/filters/ChoicesFilterChip.tsx";
import { memberStatuses, seenOf, seenText, type PeopleFilters, type Seen } from "./filters.ts";
import { OrganizationFilter } from "./OrganizationFilter.tsx";
import { rolesOf } from "./rolesOf.ts";

interface PeopleFilterChipsProps {
  readonly organizations: readonly ManagedOrganization[];
  readonly filters: PeopleFilters;
  readonly onChange: (part: Partial<PeopleFilters>) => void;
}

const seenChoices: readonly Seen[] = [
  { kind: "never" },
  { kind: "before", days: 30 },
  { kind: "before", days: 90 },
  { kind: "before", days: 180 },
  { kind: "since", days: 7 },
];

/** Organization, role, status, last visit and two-factor, each in words once it is set. */
export function PeopleFilterChips({ organizations, filters, onChange }: PeopleFilterChipsProps) {
  const { t } = useTranslation("people");
  const { clients, roles, status, seen, twoFactor } = filters;
  const all = rolesOf(organizations, t("filter.ownerClass"));
  const seenWords = (each: Seen) => {
    if (each.kind === "never") return t("filter.neverSeen");
    return t(each.kind === "before" ? "filter.notFor" : "filter.within", { count: each.days });
  };
  return (
    <>
      <OrganizationFilter
        organizations={organizations}
        chosen={clients}
        onChange={(chosen) => onChange({ clients: chosen })}
      />
      <ChoicesFilterChip
        name={t("filter.role")}
        values={roles}
        choices={all.map(({ key, name }) => ({ value: key, label: name }))}
        onChoose={(chosen) => onChange({ roles: chosen })}
      />
      <ChoiceFilterChip
        name={t("filter.status")}
        value={status}
        choices={memberStatuses.map((each) => ({ value: each, label: t(`status.${each}`) }))}
        without={t("filter.usual")}
        onChoose={(chosen) => onChange({ status: chosen })}
      />
      <ChoiceFilterChip
        name={t("filter.seen")}
        value={seen && seenText(seen)}
        choices={choicesWith(seen).map((each) => ({ value: seenText(each), label: seenWords(each) }))}
        without={t("filter.anytime")}
        onChoose={(chosen) => onChange({ seen: chosen === null ? null : seenOf(chosen) })}
      />
      <ChoiceFilterChip
        name={t("filter.twoFactor")}
        value={twoFactor}
        choices={(["yes", "no"] as const).map((each) => ({ value: each, label: t(`twoFactor.${each}`) }))}
        without={t("filter.either")}
        onChoose={(chosen) => onChange({ twoFactor: chosen })}
      />
    </>
  );
}

/** A number of days that the address names is offered as well. */
function choicesWith(seen: Seen | null): readonly Seen[] {
  if (seen === null || seenChoices.some((each) => seenText(each) === seenText(seen))) return seenChoices;
  return [...seenChoices, seen];
}
