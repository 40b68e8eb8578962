import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { foldEmail } from "#domain/email.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { Form } from "#renderer/ui/form/Form.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { useLeft } from "../attempt.ts";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

const fields = ["email"] as const;

/** Forgotten password: a code to the address. Whether it has an account is not said. */
export function RequestReset() {
  const { t } = useTranslation("welcome");
  const navigate = useNavigate();
  const left = useLeft();
  const form = useForm({
    initialValues: { email: left.email },
    validate: { email: (email) => (foldEmail(email).ok ? null : t("missing.email")) },
  });
  const shown = useFormFault(form, fields);
  const request = useCommand("account.requestPasswordReset", {
    onDone: ({ resetId }, { email }) => void navigate(places.newPassword, { state: { attemptId: resetId, email } }),
    onFault: shown.show,
  });
  return (
    <Screen title={t("reset.title")} text={t("reset.text")}>
      <Form
        shown={shown}
        onSubmit={form.onSubmit(({ email }) => {
          shown.clear();
          void request.run({ email: email.trim() });
        }, shown.onInvalid)}
      >
        <TextInput
          label={t("field.email")}
          type="email"
          autoComplete="username"
          maxLength={320}
          {...form.getInputProps("email")}
        />
        <Button type="submit" fullWidth loading={request.pending}>
          {t("reset.submit")}
        </Button>
      </Form>
      <div className={classes["links"]}>
        <LinkTo to={places.signIn} state={{ email: form.values.email }}>
          {t("reset.back")}
        </LinkTo>
      </div>
    </Screen>
  );
}
