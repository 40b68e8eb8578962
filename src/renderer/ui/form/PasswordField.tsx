import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface PasswordFieldProps extends Omit<PasswordInputProps, "visible" | "onVisibilityChange"> {
  /** What stands under the field: how strong it is, what is missing. */
  readonly hint?: ReactNode;
}

/** A password that can be looked at, with room for a hint. */
export function PasswordField({ hint, ...props }: PasswordFieldProps) {
  const { t } = useTranslation();
  // Mantine marks the box around this field as wrong, not the field that has the focus.
  const id = useId();
  const [visible, { toggle }] = useDisclosure(false);
  return (
    <div>
      <PasswordInput
        id={id}
        {...(props.error ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {})}
        {...props}
        visible={visible}
        onVisibilityChange={toggle}
        visibilityToggleButtonProps={{
          "aria-label": visible ? t("field.hidePassword") : t("field.showPassword"),
          "aria-hidden": false,
          tabIndex: 0,
        }}
      />
      {hint ? <div aria-live="polite">{hint}</div> : null}
    </div>
  );
}
