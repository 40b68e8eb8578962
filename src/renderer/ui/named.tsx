import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";

/** A control that shows no words has its name in a tooltip; one that does has none, which would be drawn each time for nothing. */
export function named(name: string | null, control: ReactElement): ReactElement {
  if (name === null) return control;
  return (
    <Tooltip label={name} position="right">
      {control}
    </Tooltip>
  );
}
