import { Radio } from "@mantine/core";
import { useRef } from "react";
import { FilterChip } from "./FilterChip.tsx";
import classes from "./FilterChip.module.css";

interface ChoiceFilterChipProps<Value extends string> {
  readonly name: string;
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  /** The words for no filter. */
  readonly without: string;
  readonly onChoose: (value: Value | null) => void;
}

const open = "";

/** A filter for one of a few. */
export function ChoiceFilterChip<Value extends string>({
  name,
  value,
  choices,
  ...rest
}: ChoiceFilterChipProps<Value>) {
  const chosen = choices.find((each) => each.value === value)?.label ?? null;
  return (
    <FilterChip name={name} value={chosen} onClear={() => rest.onChoose(null)}>
      {(close) => <Choices name={name} value={value} choices={choices} {...rest} onDone={close} />}
    </FilterChip>
  );
}

/** The arrow keys try one after the other; a click, Space and Enter are done with it. */
function Choices<Value extends string>(props: ChoiceFilterChipProps<Value> & { readonly onDone: () => void }) {
  const { name, value, choices, without, onChoose, onDone } = props;
  const walking = useRef(false);
  return (
    <Radio.Group
      label={name}
      value={value ?? open}
      onKeyDown={({ key }) => {
        walking.current = key.startsWith("Arrow");
        if (key === "Enter") onDone();
      }}
      onKeyUp={() => {
        walking.current = false;
      }}
      onChange={(chosen) => {
        onChoose(choices.find((each) => each.value === chosen)?.value ?? null);
        if (!walking.current) onDone();
      }}
    >
      <div className={classes["choices"]}>
        {[{ value: open, label: without }, ...choices].map((each) => (
          <Radio key={each.value} size="xs" value={each.value} label={each.label} />
        ))}
      </div>
    </Radio.Group>
  );
}
