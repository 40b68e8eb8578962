import { Checkbox } from "@mantine/core";
import { FilterChip } from "./FilterChip.tsx";
import classes from "./FilterChip.module.css";

interface ChoicesFilterChipProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** A filter for any of a few. */
export function ChoicesFilterChip({ name, values, choices, onChoose }: ChoicesFilterChipProps) {
  const labelOf = (value: string) => choices.find((each) => each.value === value)?.label ?? value;
  return (
    <FilterChip
      name={name}
      value={values.length > 0 ? values.map(labelOf).join(", ") : null}
      onClear={() => onChoose([])}
    >
      {() => (
        <Checkbox.Group label={name} value={[...values]} onChange={onChoose}>
          <div className={classes["choices"]}>
            {choices.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </FilterChip>
  );
}
