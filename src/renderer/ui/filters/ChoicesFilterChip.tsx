import { Checkbox } from "@mantine/core";
import { FilterChip } from "./FilterChip.tsx";
import classes from "./FilterChip.module.css";

interface ChoicesFilterChipProps<Value extends string> {
  readonly name: string;
  readonly values: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (values: readonly Value[]) => void;
}

/** A filter for any of a few. */
export function ChoicesFilterChip<Value extends string>({
  name,
  values,
  choices,
  onChoose,
}: ChoicesFilterChipProps<Value>) {
  const labelOf = (value: Value) => choices.find((each) => each.value === value)?.label ?? value;
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
