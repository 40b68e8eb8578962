import { Select, type SelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** One of very many, found by typing part of it. */
export function LongSelect(props: SelectProps) {
  const { t } = useTranslation("settings");
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      limit={80}
      maxDropdownHeight={280}
      nothingFoundMessage={t("nothingFound")}
      autoComplete="off"
      onClick={(event) => event.currentTarget.select()}
      {...props}
    />
  );
}
