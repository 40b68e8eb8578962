import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterChip } from "#renderer/ui/filters/FilterChip.tsx";
import type { Role } from "./matrix.ts";
import classes from "./Permissions.module.css";
import type { View } from "./view.ts";

interface CompareFilterProps {
  readonly roles: readonly Role[];
  readonly compare: View["compare"];
  readonly onChange: (compare: View["compare"]) => void;
}

/** Narrows the matrix to what two roles do not share. */
export function CompareFilter({ roles, compare, onChange }: CompareFilterProps) {
  const { t } = useTranslation("permissions");
  const name = (key: string) => roles.find((role) => role.key === key)?.name ?? key;
  const value = compare && t("compare.pair", { first: name(compare[0]), second: name(compare[1]) });
  return (
    <FilterChip name={t("compare.name")} value={value} onClear={() => onChange(null)}>
      {(close) => (
        <Editor
          roles={roles}
          compare={compare}
          onChange={(pair) => {
            onChange(pair);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}

function Editor({ roles, compare, onChange }: CompareFilterProps) {
  const { t } = useTranslation("permissions");
  const [first, setFirst] = useState(compare?.[0] ?? roles[0]?.key ?? "");
  const [second, setSecond] = useState(compare?.[1] ?? roles[1]?.key ?? "");
  const options = roles.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <form
      className={classes["editor"]}
      onSubmit={(event) => {
        event.preventDefault();
        onChange([first, second]);
      }}
    >
      <NativeSelect
        label={t("compare.first")}
        data={options}
        value={first}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("compare.second")}
        data={options}
        value={second}
        onChange={(event) => setSecond(event.currentTarget.value)}
      />
      <Button type="submit" disabled={first === second}>
        {t("compare.show")}
      </Button>
    </form>
  );
}
