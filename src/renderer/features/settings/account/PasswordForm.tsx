import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useAccount, useOnline } from "#renderer/bridge/desktop.ts";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { NewPasswordField, passwordError } from "#renderer/ui/form/NewPasswordField.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";

const fields = ["currentPassword", "newPassword"] as const;

/** Changing the password, which ends every other session. */
export function PasswordForm() {
  const { t } = useTranslation("settings");
  const { t: account } = useTranslation("account");
  const { t: frame } = useTranslation("frame");
  const { email, name } = useAccount();
  const online = useOnline();
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "" },
    validate: {
      currentPassword: (password) => (password === "" ? t("password.currentMissing") : null),
      newPassword: (password) => passwordError(account, password, { email, name }),
    },
  });
  const shown = useFormFault(form, fields, (fault) =>
    fault.kind === "unauthenticated" && fault.reason === "badCredentials"
      ? { currentPassword: t("password.currentWrong") }
      : null,
  );
  const change = useCommand("me.changePassword", {
    onDone: ({ endedSessions }) => {
      form.reset();
      toastDone({ message: t("password.done", { count: endedSessions }) });
    },
    onFault: shown.show,
  });
  return (
    <Form
      shown={shown}
      onSubmit={form.onSubmit((values) => {
        shown.clear();
        void change.run(values);
      }, shown.onInvalid)}
    >
      <FormSection title={t("password.title")} description={t("password.text")}>
        <FieldRow title={t("password.current")}>
          <PasswordField
            aria-label={t("password.current")}
            autoComplete="current-password"
            maxLength={256}
            {...form.getInputProps("currentPassword")}
          />
        </FieldRow>
        <FieldRow title={t("password.new")}>
          <NewPasswordField
            aria-label={t("password.new")}
            password={form.values.newPassword}
            owner={{ email, name }}
            {...form.getInputProps("newPassword")}
          />
        </FieldRow>
        <FieldRow title="">
          <Reason because={online ? null : frame("refusal.offline")}>
            <Button type="submit" loading={change.pending}>
              {t("password.change")}
            </Button>
          </Reason>
        </FieldRow>
      </FormSection>
    </Form>
  );
}
