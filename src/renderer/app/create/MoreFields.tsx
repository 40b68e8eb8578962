import { Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { organizationSizes, organizationTypes } from "#contract/lists.ts";
import type { Draft } from "./draft.ts";

const timeZones = Intl.supportedValuesOf("timeZone");
const currencies = Intl.supportedValuesOf("currency");

/** Everything about an organization that can as well be said later. */
export function MoreFields({ form }: { form: UseFormReturnType<Draft> }) {
  const { t } = useTranslation("organizations");
  const types = organizationTypes.map((value) => ({ value, label: t(`type.${value}`) }));
  return (
    <SimpleGrid cols={2} spacing={16} verticalSpacing={12} pt={12}>
      <Select label={t("field.type")} data={types} clearable {...form.getInputProps("type")} />
      <Select label={t("field.size")} data={[...organizationSizes]} clearable {...form.getInputProps("size")} />
      <TextInput label={t("field.industry")} maxLength={80} {...form.getInputProps("industry")} />
      <TextInput
        label={t("field.website")}
        placeholder="example.com"
        maxLength={290}
        {...form.getInputProps("website")}
      />
      <Select
        label={t("field.timeZone")}
        data={timeZones}
        searchable
        limit={60}
        nothingFoundMessage={t("nothingFound")}
        {...form.getInputProps("timeZone")}
      />
      <Select
        label={t("field.currency")}
        data={currencies}
        searchable
        clearable
        limit={60}
        nothingFoundMessage={t("nothingFound")}
        {...form.getInputProps("currency")}
      />
      <Textarea
        label={t("field.description")}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={1000}
        style={{ gridColumn: "1 / -1" }}
        {...form.getInputProps("description")}
      />
    </SimpleGrid>
  );
}
