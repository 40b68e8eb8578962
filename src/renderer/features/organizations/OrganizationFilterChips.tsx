import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PresetKey } from "#domain/policy/preset.ts";
import { compareWords } from "#renderer/i18n/wordOrder.ts";
import { ChoiceFilterChip } from "#renderer/ui/filters/ChoiceFilterChip.tsx";
import { ChoicesFilterChip } from "#renderer/ui/filters/ChoicesFilterChip.tsx";
import { anyOwner, type OrganizationFilters } from "./filters.ts";
import { statuses, type Line } from "./lines.ts";

interface OrganizationFilterChipsProps {
  /** What there is to choose from: roles and presets that nothing has are not offered. */
  readonly lines: readonly Line[];
  readonly filters: OrganizationFilters;
  readonly onChange: (part: Partial<OrganizationFilters>) => void;
}

/** The person's role, the preset and the status, each in words once it is set. */
export function OrganizationFilterChips({ lines, filters, onChange }: OrganizationFilterChipsProps) {
  const { t } = useTranslation("organizations");
  const { roles, presets, status } = filters;
  const offered = useMemo(() => offeredBy(lines), [lines]);
  return (
    <>
      <ChoicesFilterChip
        name={t("all.filter.role")}
        values={roles}
        choices={[{ value: anyOwner, label: t("all.filter.ownerClass") }, ...offered.roles]}
        onChoose={(chosen) => onChange({ roles: chosen })}
      />
      <ChoicesFilterChip
        name={t("all.column.preset")}
        values={presets}
        choices={offered.presets}
        onChoose={(chosen) => onChange({ presets: chosen })}
      />
      <ChoiceFilterChip
        name={t("all.column.status")}
        value={status}
        choices={statuses.map((each) => ({ value: each, label: t(`all.status.${each}`) }))}
        without={t("all.filter.usual")}
        onChoose={(chosen) => onChange({ status: chosen })}
      />
    </>
  );
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** One key with several names carries them all. */
function offeredBy(lines: readonly Line[]) {
  const roles = new Map<string, Set<string>>();
  const presets = new Map<PresetKey, string>();
  for (const { role, preset } of lines) {
    if (role) roles.set(role.key, (roles.get(role.key) ?? new Set()).add(role.name));
    if (preset) presets.set(preset.key, preset.name);
  }
  const byLabel = (a: Choice<string>, b: Choice<string>) => compareWords(a.label, b.label);
  return {
    roles: [...roles].map(([value, names]) => ({ value, label: [...names].join(" / ") })).toSorted(byLabel),
    presets: [...presets].map(([value, label]) => ({ value, label })).toSorted(byLabel),
  };
}
