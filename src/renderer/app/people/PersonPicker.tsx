import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import type { Member } from "#contract/entities/member.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import classes from "./PersonPicker.module.css";

interface PersonPickerProps {
  readonly organizationId: string;
  readonly label: string;
  /** Said when the search finds nobody. */
  readonly nobody: string;
  /** Offers people who were removed as well, after the others. */
  readonly withRemoved?: boolean;
  /** Offers people with these roles alone. */
  readonly roles?: readonly string[];
  /** Members who are not offered. */
  readonly except?: readonly string[];
  readonly onPick: (member: Member) => void;
}

/** So many people are offered at once; a longer search finds the rest. */
const offered = 8;
/** How long typing rests before the server is asked, in milliseconds. */
const rest = 150;

/** A search among an organization's people with its matches below; ↑ ↓ and Enter choose. */
export function PersonPicker(props: PersonPickerProps) {
  const { organizationId, label, nobody, withRemoved = false, roles, except = [], onPick } = props;
  const [search, setSearch] = useState("");
  const found = usePeopleFound(organizationId, search, { withRemoved, roles });
  const excepted = except.join();
  const people = useMemo(() => found.filter(({ id }) => !excepted.includes(id)), [found, excepted]);
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (people.length > 0) selectFirstOption();
  }, [people, selectFirstOption]);
  const pick = (memberId: string) => {
    const member = people.find((each) => each.id === memberId);
    if (member) onPick(member);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      {/* The list is always there, so Esc belongs to whatever is around it. */}
      <Combobox.EventsTarget data-mantine-stop-propagation={false}>
        <TextInput
          data-autofocus
          type="search"
          value={search}
          placeholder={label}
          aria-label={label}
          leftSection={<IconSearch size={14} />}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes["options"] ?? ""} aria-label={label}>
        {people.map((member) => (
          <Combobox.Option key={member.id} value={member.id}>
            <PersonName id={member.accountId} name={member.name} detail={member.email} size={20} />
          </Combobox.Option>
        ))}
        {people.length === 0 ? <Combobox.Empty>{nobody}</Combobox.Empty> : null}
      </Combobox.Options>
    </Combobox>
  );
}

function usePeopleFound(
  organizationId: string,
  typed: string,
  { withRemoved, roles }: { readonly withRemoved: boolean; readonly roles: readonly string[] | undefined },
): readonly Member[] {
  const [search] = useDebouncedValue(typed.trim(), rest);
  const input = {
    organizationId,
    limit: offered,
    ...(search === "" ? {} : { search }),
    ...(roles === undefined ? {} : { role: [...roles] }),
  };
  const options = { keepPrevious: true };
  const active = useOperation("member.list", input, options);
  const removed = useOperation("member.list", { ...input, status: "removed" }, { ...options, enabled: withRemoved });
  const [present, gone] = [active.data?.items, removed.data?.items];
  return useMemo(() => [...(present ?? []), ...(gone ?? [])], [present, gone]);
}
