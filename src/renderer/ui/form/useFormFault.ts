import { useState } from "react";
import type { Fault } from "#contract/fault.ts";

/** What of a form this needs; Mantine's `useForm` has it. */
interface Fields {
  readonly setErrors: (errors: Record<string, string>) => void;
}

export interface FormFault {
  /** What no field of the form explains. */
  readonly fault: Fault | null;
  /** How often the form was refused; each time the first wrong field gets the focus. */
  readonly refusals: number;
  readonly show: (fault: Fault) => void;
  readonly clear: () => void;
  /** Second argument of the form's `onSubmit`. */
  readonly onInvalid: () => void;
}

/**
 * Puts a fault where it belongs: beside the fields named, else above the form. `wordsOf` may make an error of one
 * field from faults that are not `invalid`. To be given to `Form`.
 */
export function useFormFault(
  form: Fields,
  names: readonly string[],
  wordsOf: (fault: Fault) => Record<string, string> | null = nothing,
): FormFault {
  const [fault, setFault] = useState<Fault | null>(null);
  const [refusals, setRefusals] = useState(0);
  const onInvalid = () => setRefusals((count) => count + 1);
  return {
    fault,
    refusals,
    show: (failed) => {
      const errors = wordsOf(failed) ?? errorsOf(failed, names);
      form.setErrors(errors ?? {});
      setFault(errors ? null : failed);
      onInvalid();
    },
    clear: () => setFault(null),
    onInvalid,
  };
}

/** One sentence per field, or null when some issue belongs to none of them. */
function errorsOf(fault: Fault, names: readonly string[]): Record<string, string> | null {
  if (fault.kind !== "invalid" || !fault.issues.every((issue) => names.includes(issue.path))) return null;
  return Object.fromEntries(fault.issues.toReversed().map((issue) => [issue.path, issue.message]));
}

function nothing(): null {
  return null;
}
