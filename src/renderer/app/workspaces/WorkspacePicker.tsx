import { Checkbox, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./AccessEditor.module.css";
import { nounsOf } from "./nouns.ts";

interface WorkspacePickerProps {
  readonly organization: Organization;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** So many are offered at once; a longer search finds the rest. */
const offered = 100;
/** How long typing rests before the server is asked, in milliseconds. */
const rest = 150;

/** Choosing some of the workspaces; what was chosen stays chosen while the search shows others. */
export function WorkspacePicker({ organization, value, onChange }: WorkspacePickerProps) {
  const { t } = useTranslation("workspaces");
  const nouns = nounsOf(organization);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), rest);
  const input = { organizationId: organization.id, limit: offered, ...(search === "" ? {} : { search }) };
  const { data } = useOperation("workspace.list", input, { keepPrevious: true });
  const items = data?.items ?? [];
  const toggle = (id: string, chosen: boolean) =>
    onChange(chosen ? [...value, id] : value.filter((other) => other !== id));
  return (
    <fieldset className={classes["picker"]} aria-label={t("access.pick", nouns)}>
      <div className={classes["find"]}>
        <TextInput
          variant="unstyled"
          type="search"
          value={typed}
          placeholder={t("access.find", nouns)}
          aria-label={t("access.find", nouns)}
          leftSection={<IconSearch size={14} />}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className={classes["count"]} aria-live="polite">
          {t("access.picked", { count: value.length })}
        </span>
      </div>
      <div className={classes["options"]}>
        {items.map(({ id, name }) => (
          <Checkbox
            key={id}
            size="xs"
            className={classes["option"] ?? ""}
            label={<Truncate>{name}</Truncate>}
            aria-label={name}
            checked={value.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
        {data && items.length === 0 ? (
          <p className={classes["quiet"]}>{t(search === "" ? "access.noneYet" : "access.nothing", nouns)}</p>
        ) : null}
      </div>
    </fieldset>
  );
}
