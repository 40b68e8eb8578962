import { MultiSelect, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfflineChoice } from "#contract/entities/offline.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { FieldRow } from "#renderer/ui/form/FieldRow.tsx";
import { useAhead } from "#renderer/ui/form/useAhead.ts";

interface ChoiceFieldsProps {
  readonly choice: OfflineChoice;
  readonly onChosen: () => void;
}

const days = [7, 30, 90, 180, 365, 730];
const events = [0, 1_000, 10_000, 50_000, 200_000, 500_000];

/** The options, and what is chosen now where it is none of them. */
const withChosen = (options: readonly number[], chosen: number): number[] =>
  [...new Set([...options, chosen])].sort((a, b) => a - b);

/** Which organizations are kept and how much of their audit logs; every choice holds at once. */
export function ChoiceFields({ choice: saved, onChosen }: ChoiceFieldsProps) {
  const { t } = useTranslation("offline");
  const { organizations } = useOrganizations();
  const { run } = useCommand("offline.choose", { onDone: onChosen });
  const [choice, choose] = useAhead(saved, run);
  const change = (part: Partial<OfflineChoice>) => void choose({ ...choice, ...part });
  const { organizationIds } = choice;
  const everything = organizations.map(({ id }) => id);
  return (
    <>
      <FieldRow title={t("settings.which.title")} description={t("settings.which.text")}>
        <SegmentedControl
          aria-label={t("settings.which.title")}
          data={(["all", "chosen"] as const).map((value) => ({ value, label: t(`settings.which.${value}`) }))}
          value={organizationIds === null ? "all" : "chosen"}
          onChange={(value) => change({ organizationIds: value === "all" ? null : everything })}
        />
        {organizationIds === null ? null : (
          <MultiSelect
            searchable
            aria-label={t("settings.choose")}
            placeholder={t("settings.choosePlaceholder")}
            data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            value={organizationIds.filter((id) => everything.includes(id))}
            onChange={(ids) => change({ organizationIds: ids })}
            {...(organizationIds.length === 0 ? { description: t("settings.nothing") } : {})}
          />
        )}
      </FieldRow>
      <FieldRow title={t("settings.days.title")} description={t("settings.days.text")}>
        <Select
          allowDeselect={false}
          aria-label={t("settings.days.title")}
          data={withChosen(days, choice.days).map((count) => ({
            value: String(count),
            label: t("settings.days.option", { count }),
          }))}
          value={String(choice.days)}
          onChange={(value) => value !== null && change({ days: Number(value) })}
        />
      </FieldRow>
      <FieldRow title={t("settings.events.title")} description={t("settings.events.text")}>
        <Select
          allowDeselect={false}
          aria-label={t("settings.events.title")}
          data={withChosen(events, choice.events).map((count) => ({
            value: String(count),
            label: count === 0 ? t("settings.events.none") : t("settings.events.option", { count }),
          }))}
          value={String(choice.events)}
          onChange={(value) => value !== null && change({ events: Number(value) })}
        />
      </FieldRow>
    </>
  );
}
