import { Textarea, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { FieldRow, FormSection, Refusable } from "#renderer/ui/form/FieldRow.tsx";
import { countryOptions } from "../fields/countries.ts";
import { LongSelect } from "../fields/LongSelect.tsx";
import type { DetailsForm } from "./useDetailsForm.ts";

interface FieldsProps {
  readonly form: DetailsForm;
  /** Why none of them may be changed; nothing where they may. */
  readonly refused: Refusal;
}

/** Where others reach the organization. */
export function ContactFields({ form, refused }: FieldsProps) {
  const { t, i18n } = useTranslation("settings");
  const { t: words } = useTranslation("organizations");
  const { values, errors, edit } = form;
  const countries = useMemo(() => countryOptions(i18n.language, t("general.noCountry")), [i18n.language, t]);
  const text = (field: "contactEmail" | "phone" | "address", maxLength: number) => ({
    "aria-label": words(`field.${field}`),
    value: values[field],
    error: errors[field],
    maxLength,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => edit({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSection title={t("general.contact")}>
      <FieldRow title={words("field.contactEmail")} description={t("general.contactEmailHint")}>
        <Refusable refused={refused}>
          <TextInput {...text("contactEmail", 254)} inputMode="email" spellCheck={false} />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.phone")}>
        <Refusable refused={refused}>
          <TextInput {...text("phone", 40)} type="tel" />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.address")} description={t("general.addressHint")}>
        <Refusable refused={refused}>
          <Textarea {...text("address", 300)} rows={3} resize="vertical" />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.country")}>
        <Refusable refused={refused}>
          <LongSelect
            aria-label={words("field.country")}
            data={countries}
            value={values.country}
            error={errors.country}
            onChange={(value) => edit(value === null ? {} : { country: value })}
          />
        </Refusable>
      </FieldRow>
    </FormSection>
  );
}
