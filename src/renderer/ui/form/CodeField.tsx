import { Fieldset, Input, PinInput } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called with the whole code once its last digit is in. */
  readonly onComplete?: (code: string) => void;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly length?: number;
}

/** The code from a mail, ready to be typed; pasting fills every digit. */
export function CodeField(props: CodeFieldProps) {
  const { label, value, onChange, onComplete, error, disabled = false, length = 6 } = props;
  const { t } = useTranslation();
  // Without an id of its own the field takes one after mounting, which replaces its inputs and loses the focus.
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  useEffect(() => field.current?.querySelector("input")?.focus(), []);
  return (
    <Fieldset ref={field} variant="unstyled" legend={label} styles={{ legend: { fontWeight: 500 } }}>
      <PinInput
        id={id}
        mt={4}
        length={length}
        type="number"
        size="lg"
        gap={10}
        oneTimeCode
        placeholder=""
        value={value}
        disabled={disabled}
        error={Boolean(error)}
        onChange={onChange}
        {...(onComplete ? { onComplete } : {})}
        getInputProps={(index: number) => ({
          "aria-label": t("field.code", { position: index + 1, length }),
          // A dialog gives the keyboard to what is marked so, after this field has taken it.
          "data-autofocus": index === 0 || undefined,
        })}
      />
      {error ? (
        <Input.Error mt={8} role="alert">
          {error}
        </Input.Error>
      ) : null}
    </Fieldset>
  );
}
