import { Radio } from "@mantine/core";
import { FilterChip } from "./FilterChip.tsx";
import classes from "./FilterChip.module.css";

interface ChoiceFilterChipProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The words for no filter. */
  readonly without: string;
  readonly onChoose: (value: string | null) => void;
}

const open = "";

/** A filter for one of a few. */
export function ChoiceFilterChip({ name, value, choices, without, onChoose }: ChoiceFilterChipProps) {
  return (
    <FilterChip
      name={name}
      value={choices.find((each) => each.value === value)?.label ?? null}
      onClear={() => onChoose(null)}
    >
      {(close) => (
        <Radio.Group
          label={name}
          value={value ?? open}
          onChange={(chosen) => {
            onChoose(chosen === open ? null : chosen);
            close();
          }}
        >
          <div className={classes["choices"]}>
            {[{ value: open, label: without }, ...choices].map((each) => (
              <Radio key={each.value} size="xs" value={each.value} label={each.label} />
            ))}
          </div>
        </Radio.Group>
      )}
    </FilterChip>
  );
}
