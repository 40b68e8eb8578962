import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Draft.module.css";

interface AddressesFieldProps {
  readonly value: string;
  readonly wrong: readonly string[];
  /** Whether people were chosen already. */
  readonly also: boolean;
  readonly onChange: (value: string) => void;
}

/** So many wrong entries are repeated; the rest are seen in the field. */
const repeated = 3;

/** Addresses of people whom no list of the reader shows. */
export function AddressesField({ value, wrong, also, onChange }: AddressesFieldProps) {
  const { t } = useTranslation("people");
  const list = wrong.slice(0, repeated).join(", ");
  return (
    <Textarea
      className={classes["message"]}
      label={t(also ? "plans.draft.addressesAlso" : "plans.draft.addresses")}
      placeholder={t("plans.draft.addressesHint")}
      rows={2}
      data-autofocus={!also || undefined}
      value={value}
      error={wrong.length === 0 ? null : t("plans.draft.wrongAddresses", { list })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
