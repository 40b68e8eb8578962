import { Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateFormats, privacyLaws, timeFormats } from "#contract/lists.ts";
import { dateAs, formatTime } from "#renderer/i18n/format.ts";
import { useNow } from "#renderer/ui/useNow.ts";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { FieldRow, FormSection, Refusable } from "#renderer/ui/form/FieldRow.tsx";
import { currencyOptions } from "../fields/currencies.ts";
import { languageOptions } from "../fields/languages.ts";
import { LongSelect } from "../fields/LongSelect.tsx";
import { timeZoneOptions } from "../fields/timeZones.ts";
import { exampleOf } from "./dates.ts";
import { chosen } from "./IdentityFields.tsx";
import type { DetailsForm } from "./useDetailsForm.ts";

interface FieldsProps {
  readonly form: DetailsForm;
  /** Why none of them may be changed; nothing where they may. */
  readonly refused: Refusal;
}

/** How the organization writes times, dates and money, with an example that follows every choice. */
export function RegionFields({ form, refused }: FieldsProps) {
  const { t, i18n } = useTranslation("settings");
  const { t: words } = useTranslation("organizations");
  const now = useNow();
  const nowIso = new Date(now).toISOString();
  const { values, errors, edit } = form;
  const { timeZone, currency, language } = values;
  const [opened] = useState(Date.now);
  const zones = useMemo(() => timeZoneOptions(timeZone, opened), [timeZone, opened]);
  const currencies = useMemo(() => currencyOptions(currency, i18n.language), [currency, i18n.language]);
  const languages = useMemo(() => languageOptions(language, i18n.language), [language, i18n.language]);
  const long = (field: "timeZone" | "currency" | "language", label: string) => ({
    "aria-label": label,
    value: values[field],
    error: errors[field],
    onChange: (value: string | null) => edit(value === null ? {} : { [field]: value }),
  });
  return (
    <FormSection title={t("general.region")}>
      <FieldRow title={words("field.timeZone")} description={t("general.timeZoneHint")}>
        <Refusable refused={refused}>
          <LongSelect data={zones} {...long("timeZone", words("field.timeZone"))} />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.currency")}>
        <Refusable refused={refused}>
          <LongSelect data={currencies} {...long("currency", words("field.currency"))} />
        </Refusable>
      </FieldRow>
      <FieldRow title={t("general.language")} description={t("general.languageHint")}>
        <Refusable refused={refused}>
          <LongSelect data={languages} {...long("language", t("general.language"))} />
        </Refusable>
      </FieldRow>
      <FieldRow title={t("general.dateFormat")}>
        <Refusable refused={refused}>
          <Select
            aria-label={t("general.dateFormat")}
            data={dateFormats.map((value) => ({
              value,
              label: t(`general.format.${value}`, { example: dateAs(value, now, timeZone) }),
            }))}
            value={values.dateFormat}
            allowDeselect={false}
            onChange={(value) => edit(chosen("dateFormat", dateFormats, value))}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={t("general.timeFormat")}>
        <Refusable refused={refused}>
          <Select
            aria-label={t("general.timeFormat")}
            data={timeFormats.map((timeFormat) => ({
              value: timeFormat,
              label: t(`general.clock.${timeFormat}`, {
                example: formatTime(nowIso, { language, timeZone, timeFormat }),
              }),
            }))}
            value={values.timeFormat}
            allowDeselect={false}
            onChange={(value) => edit(chosen("timeFormat", timeFormats, value))}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={t("general.privacyLaw")} description={t("general.privacyLawHint")}>
        <Refusable refused={refused}>
          <Select
            aria-label={t("general.privacyLaw")}
            data={privacyLaws.map((value) => ({ value, label: t(`general.law.${value}`) }))}
            value={values.privacyLaw}
            allowDeselect={false}
            onChange={(value) => edit(chosen("privacyLaw", privacyLaws, value))}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={t("general.example")} description={t("general.exampleHint")}>
        <output aria-label={t("general.example")}>{exampleOf(values, now)}</output>
      </FieldRow>
    </FormSection>
  );
}
