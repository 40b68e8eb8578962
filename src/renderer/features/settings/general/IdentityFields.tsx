import { Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { organizationSizes, organizationTypes, type OrganizationDetails } from "#contract/entities/organization.ts";
import { FieldRow, FormSection } from "#renderer/ui/FieldRow.tsx";
import type { DetailsForm } from "./useDetailsForm.ts";

interface FieldsProps {
  readonly form: DetailsForm;
  readonly disabled: boolean;
  /** What stands above the fields. */
  readonly children: ReactNode;
}

/** Who the organization is. */
export function IdentityFields({ form, disabled, children }: FieldsProps) {
  const { t } = useTranslation("settings");
  const { t: words } = useTranslation("organizations");
  const { values, errors, edit } = form;
  const text = (field: "name" | "slug" | "industry" | "website" | "description", maxLength: number) => ({
    "aria-label": words(`field.${field}`),
    value: values[field],
    error: errors[field],
    maxLength,
    disabled,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => edit({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSection title={t("general.identity")}>
      {children}
      <FieldRow title={words("field.name")}>
        <TextInput {...text("name", 100)} />
      </FieldRow>
      <FieldRow title={words("field.slug")} description={t("general.slugHint")}>
        <TextInput
          {...text("slug", 48)}
          spellCheck={false}
          onChange={(event) => edit({ slug: event.currentTarget.value.toLowerCase() })}
        />
      </FieldRow>
      <FieldRow title={words("field.type")}>
        <Select
          aria-label={words("field.type")}
          data={organizationTypes.map((value) => ({ value, label: words(`type.${value}`) }))}
          value={values.type}
          allowDeselect={false}
          disabled={disabled}
          onChange={(value) => edit(chosen("type", organizationTypes, value))}
        />
      </FieldRow>
      <FieldRow title={words("field.industry")}>
        <TextInput {...text("industry", 80)} />
      </FieldRow>
      <FieldRow title={words("field.size")} description={t("general.sizeHint")}>
        <Select
          aria-label={words("field.size")}
          data={[...organizationSizes]}
          value={values.size}
          allowDeselect={false}
          disabled={disabled}
          onChange={(value) => edit(chosen("size", organizationSizes, value))}
        />
      </FieldRow>
      <FieldRow title={words("field.website")}>
        <TextInput {...text("website", 300)} placeholder="example.com" spellCheck={false} />
      </FieldRow>
      <FieldRow title={words("field.description")}>
        <Textarea {...text("description", 1000)} rows={4} resize="vertical" />
      </FieldRow>
    </FormSection>
  );
}

/** The edit that a choice makes, where what came back is one of the choices. */
export function chosen<Field extends keyof OrganizationDetails>(
  field: Field,
  choices: readonly OrganizationDetails[Field][],
  value: string | null,
): Partial<OrganizationDetails> {
  const known = choices.find((choice) => choice === value);
  return known === undefined ? {} : { [field]: known };
}
