import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useOperation } from "#renderer/bridge/queries.ts";

interface WorkspaceSelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly organizationId: string;
  readonly value: string | null;
  readonly onChange: (workspaceId: string | null) => void;
}

/** So many are offered at once; a longer search finds the rest. */
const offered = 100;
/** How long typing rests before it is searched, in milliseconds. */
const rest = 150;

/** One workspace of an organization, however many it has. */
export function WorkspaceSelect({ label, placeholder, organizationId, value, onChange }: WorkspaceSelectProps) {
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed.trim(), rest);
  const { data: chosen } = useOperation(
    "workspace.get",
    { organizationId, workspaceId: value ?? "" },
    { enabled: value !== null },
  );
  // What stands in the field once something is chosen is its name, and no search.
  const search = settled === chosen?.name ? "" : settled;
  const { data } = useOperation(
    "workspace.list",
    { organizationId, limit: offered, ...(search === "" ? {} : { search }) },
    { keepPrevious: true },
  );
  const found = data?.items ?? [];
  const missing = chosen && found.every(({ id }) => id !== chosen.id) ? [chosen] : [];
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      // The server has searched already.
      filter={({ options }) => options}
      data={[...missing, ...found].map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  );
}
