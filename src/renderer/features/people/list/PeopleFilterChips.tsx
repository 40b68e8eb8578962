import { Checkbox, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { FilterChip } from "#renderer/ui/FilterChip.tsx";
import { memberStatuses, seenOf, seenText, type PeopleFilters, type Seen } from "./filters.ts";
import { OrganizationFilter } from "./OrganizationFilter.tsx";
import classes from "./People.module.css";
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
  const roleName = (key: string) => all.find((role) => role.key === key)?.name ?? key;
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
      <FilterChip
        name={t("filter.role")}
        value={roles.length > 0 ? roles.map(roleName).join(", ") : null}
        onClear={() => onChange({ roles: [] })}
      >
        {() => (
          <Checkbox.Group
            value={[...roles]}
            onChange={(chosen) => onChange({ roles: chosen })}
            label={t("filter.role")}
          >
            <div className={classes["editor"]}>
              {all.map(({ key, name }) => (
                <Checkbox key={key} value={key} label={name} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      </FilterChip>
      <ChoiceChip
        name={t("filter.status")}
        value={status}
        choices={memberStatuses.map((each) => ({ value: each, label: t(`status.${each}`) }))}
        without={t("filter.usual")}
        onChoose={(chosen) => onChange({ status: memberStatuses.find((each) => each === chosen) ?? null })}
      />
      <ChoiceChip
        name={t("filter.seen")}
        value={seen && seenText(seen)}
        choices={choicesWith(seen).map((each) => ({ value: seenText(each), label: seenWords(each) }))}
        without={t("filter.anytime")}
        onChoose={(chosen) => onChange({ seen: chosen === null ? null : seenOf(chosen) })}
      />
      <ChoiceChip
        name={t("filter.twoFactor")}
        value={twoFactor}
        choices={(["yes", "no"] as const).map((each) => ({ value: each, label: t(`twoFactor.${each}`) }))}
        without={t("filter.either")}
        onChoose={(chosen) => onChange({ twoFactor: chosen === "yes" || chosen === "no" ? chosen : null })}
      />
    </>
  );
}

/** A number of days that the address names is offered as well. */
function choicesWith(seen: Seen | null): readonly Seen[] {
  if (seen === null || seenChoices.some((each) => seenText(each) === seenText(seen))) return seenChoices;
  return [...seenChoices, seen];
}

interface ChoiceChipProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The words for no filter. */
  readonly without: string;
  readonly onChoose: (value: string | null) => void;
}

const open = "";

function ChoiceChip({ name, value, choices, without, onChoose }: ChoiceChipProps) {
  return (
    <FilterChip
      name={name}
      value={choices.find((each) => each.value === value)?.label ?? null}
      onClear={() => onChoose(null)}
    >
      {(close) => (
        <Radio.Group
          label={name}
          value={value ?? open}
          onChange={(chosen) => {
            onChoose(chosen === open ? null : chosen);
            close();
          }}
        >
          <div className={classes["editor"]}>
            {[{ value: open, label: without }, ...choices].map((each) => (
              <Radio key={each.value} size="xs" value={each.value} label={each.label} />
            ))}
          </div>
        </Radio.Group>
      )}
    </FilterChip>
  );
}
