import { useEffect, useRef, useState, type RefObject } from "react";
import type { Fault } from "#contract/fault.ts";

/** What of a form this needs; Mantine's `useForm` has it. */
interface Fields {
  readonly setErrors: (errors: Record<string, string>) => void;
}

export interface FormFault {
  /** For the form element, in which the first wrong field gets the focus. */
  readonly ref: RefObject<HTMLFormElement | null>;
  /** What no field of the form explains; to be shown above it. */
  readonly fault: Fault | null;
  readonly show: (fault: Fault) => void;
  readonly clear: () => void;
  /** Second argument of the form's `onSubmit`. */
  readonly onInvalid: () => void;
}

/**
 * Puts a fault where it belongs: beside the fields named, else above the form. `textOf` may word some faults as an
 * error of one field.
 */
export function useFormFault(
  form: Fields,
  names: readonly string[],
  textOf: (fault: Fault) => Record<string, string> | null = nothing,
): FormFault {
  const ref = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (failures > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failures]);
  const onInvalid = () => setFailures((count) => count + 1);
  return {
    ref,
    fault,
    show: (failed) => {
      const errors = textOf(failed) ?? errorsOf(failed, names);
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
