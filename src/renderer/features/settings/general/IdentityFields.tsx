import { Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationDetails } from "#contract/entities/organization.ts";
import { organizationSizes, organizationTypes } from "#contract/lists.ts";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { FieldRow, FormSection, Refusable } from "#renderer/ui/form/FieldRow.tsx";
import type { DetailsForm } from "./useDetailsForm.ts";

interface FieldsProps {
  readonly form: DetailsForm;
  /** Why none of them may be changed; nothing where they may. */
  readonly refused: Refusal;
  /** What stands above the fields. */
  readonly children: ReactNode;
}

/** Who the organization is. */
export function IdentityFields({ form, refused, children }: FieldsProps) {
  const { t } = useTranslation("settings");
  const { t: words } = useTranslation("organizations");
  const { values, errors, edit } = form;
  const text = (field: "name" | "slug" | "industry" | "website" | "description", maxLength: number) => ({
    "aria-label": words(`field.${field}`),
    value: values[field],
    error: errors[field],
    maxLength,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => edit({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSection title={t("general.identity")}>
      {children}
      <FieldRow title={words("field.name")}>
        <Refusable refused={refused}>
          <TextInput {...text("name", 100)} />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.slug")} description={t("general.slugHint")}>
        <Refusable refused={refused}>
          <TextInput
            {...text("slug", 48)}
            spellCheck={false}
            onChange={(event) => edit({ slug: event.currentTarget.value.toLowerCase() })}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.type")}>
        <Refusable refused={refused}>
          <Select
            aria-label={words("field.type")}
            data={organizationTypes.map((value) => ({ value, label: words(`type.${value}`) }))}
            value={values.type}
            allowDeselect={false}
            onChange={(value) => edit(chosen("type", organizationTypes, value))}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.industry")}>
        <Refusable refused={refused}>
          <TextInput {...text("industry", 80)} />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.size")} description={t("general.sizeHint")}>
        <Refusable refused={refused}>
          <Select
            aria-label={words("field.size")}
            data={[...organizationSizes]}
            value={values.size}
            allowDeselect={false}
            onChange={(value) => edit(chosen("size", organizationSizes, value))}
          />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.website")}>
        <Refusable refused={refused}>
          <TextInput {...text("website", 300)} placeholder="example.com" spellCheck={false} />
        </Refusable>
      </FieldRow>
      <FieldRow title={words("field.description")}>
        <Refusable refused={refused}>
          <Textarea {...text("description", 1000)} rows={4} resize="vertical" />
        </Refusable>
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
