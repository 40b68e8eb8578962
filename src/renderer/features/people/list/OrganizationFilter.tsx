import { Checkbox, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { FilterChip } from "#renderer/ui/filters/FilterChip.tsx";
import { fold } from "#renderer/ui/table/useSearch.ts";
import classes from "./People.module.css";

interface OrganizationFilterProps {
  readonly organizations: readonly ManagedOrganization[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const namedAtMost = 2;
const offeredAtMost = 50;

/** The organizations to look at; each chosen one gets a column. */
export function OrganizationFilter({ organizations, chosen, onChange }: OrganizationFilterProps) {
  const { t } = useTranslation("people");
  const names = organizations.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  // An address may name some that are not the reader's.
  const all = names.length === chosen.length && names.length <= namedAtMost;
  const words = all ? names.join(", ") : t("organizations", { count: chosen.length });
  return (
    <FilterChip name={t("filter.organization")} value={chosen.length > 0 ? words : null} onClear={() => onChange([])}>
      {() => <Editor organizations={organizations} chosen={chosen} onChange={onChange} />}
    </FilterChip>
  );
}

function Editor({ organizations, chosen, onChange }: OrganizationFilterProps) {
  const { t } = useTranslation("people");
  const [search, setSearch] = useState("");
  // In front as long as this is open, however the choice changes: nothing moves under the pointer.
  const [first] = useState(chosen);
  const found = useMemo(() => {
    const wanted = fold(search.trim());
    const matching = organizations.filter(({ name }) => fold(name).includes(wanted));
    return matching.toSorted((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  }, [organizations, search, first]);
  return (
    <div className={classes["editor"]}>
      <TextInput
        type="search"
        data-autofocus
        value={search}
        aria-label={t("filter.findOrganization")}
        placeholder={t("filter.findOrganization")}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={t("filter.organization")}>
        <div className={classes["choices"]}>
          {found.slice(0, offeredAtMost).map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
          {found.length === 0 ? <span className={classes["quiet"]}>{t("filter.noOrganization")}</span> : null}
        </div>
      </Checkbox.Group>
    </div>
  );
}
