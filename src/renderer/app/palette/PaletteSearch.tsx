import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Entry } from "./Entry.tsx";
import classes from "./Palette.module.css";
import { useEntries } from "./useEntries.tsx";

interface PaletteSearchProps {
  readonly organization: Organization | undefined;
  readonly onClose: () => void;
  /** Says why an entry is refused, once the palette is gone. */
  readonly onExplain: (explanation: ReactNode) => void;
}

/** The search box and what it finds; the first entry is chosen, so that Enter follows typing. */
export function PaletteSearch({ organization, onClose, onExplain }: PaletteSearchProps) {
  const { t } = useTranslation("frame");
  const [query, setQuery] = useState("");
  const groups = useEntries(organization, query);
  const entries = groups.flatMap((group) => group.entries);
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const { selectFirstOption } = combobox;
  const shown = entries.map((entry) => entry.id).join(" ");
  useEffect(() => {
    if (shown !== "") selectFirstOption();
  }, [shown, selectFirstOption]);
  const choose = (id: string) => {
    const entry = entries.find((each) => each.id === id);
    if (!entry || (entry.reason && entry.explanation === undefined)) return;
    onClose();
    if (entry.reason) onExplain(entry.explanation);
    else entry.run();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          value={query}
          placeholder={t("palette.placeholder")}
          aria-label={t("palette.placeholder")}
          leftSection={<IconSearch size={16} />}
          classNames={{ input: classes["input"] ?? "" }}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options tabIndex={0} className={classes["options"] ?? ""} aria-label={t("palette.title")}>
        {groups.map((group) => (
          <Combobox.Group key={group.key} label={group.label}>
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Combobox.Group>
        ))}
        {entries.length === 0 ? <Combobox.Empty>{t("palette.nothing", { query })}</Combobox.Empty> : null}
      </Combobox.Options>
    </Combobox>
  );
}
