import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate } from "react-router";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CodeField } from "#renderer/ui/form/CodeField.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { NewPasswordField, passwordError } from "#renderer/ui/form/NewPasswordField.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { useLeft } from "../attempt.ts";
import { codeFaultText } from "../code/codeFaultText.ts";
import { LocalMailPanel } from "../code/LocalMailPanel.tsx";
import { Resend } from "../code/Resend.tsx";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

const fields = ["code", "password"] as const;

/** The mailed code and the new password, sent together; then back to the sign-in. */
export function ResetPassword() {
  const { attemptId, email } = useLeft();
  if (attemptId === undefined) return <Navigate to={places.reset} replace />;
  return <Reset firstId={attemptId} email={email} />;
}

function Reset({ firstId, email }: { firstId: string; email: string }) {
  const { t } = useTranslation("welcome");
  const { t: account } = useTranslation("account");
  const navigate = useNavigate();
  const [resetId, setResetId] = useState(firstId);
  const owner = { email, name: "" };
  const form = useForm({
    initialValues: { code: "", password: "" },
    validate: {
      code: (code) => (code.length < 6 ? t("missing.code") : null),
      password: (password) => passwordError(account, password, owner),
    },
  });
  const shown = useFormFault(form, fields, (fault) => {
    const text = codeFaultText(t, fault);
    return text === null ? null : { code: text };
  });
  const reset = useCommand("account.resetPassword", {
    onDone: () => void navigate(places.signIn, { replace: true, state: { email, reset: true } }),
    onFault: shown.show,
  });
  const again = useCommand("account.requestPasswordReset", {
    onDone: (value) => setResetId(value.resetId),
    onFault: shown.show,
  });
  const fill = (code: string) => {
    form.setFieldValue("code", code);
    form.getInputNode("password")?.focus();
  };
  return (
    <Screen title={t("reset.newTitle")} text={t("code.perhaps", { email })}>
      <Form
        shown={shown}
        onSubmit={form.onSubmit((values) => {
          shown.clear();
          void reset.run({ resetId, ...values });
        }, shown.onInvalid)}
      >
        <CodeField
          label={t("field.code")}
          value={form.values.code}
          error={typeof form.errors["code"] === "string" ? form.errors["code"] : null}
          onChange={(code) => form.setFieldValue("code", code)}
          onComplete={fill}
        />
        <NewPasswordField
          label={t("field.newPassword")}
          password={form.values.password}
          owner={owner}
          {...form.getInputProps("password")}
        />
        <Button type="submit" fullWidth loading={reset.pending}>
          {t("reset.save")}
        </Button>
      </Form>
      <div className={classes["between"]}>
        <Resend onSend={async () => (await again.run({ email })).ok} />
        <LinkTo to={places.reset} state={{ email }}>
          {t("code.changeAddress")}
        </LinkTo>
      </div>
      <LocalMailPanel email={email} onCode={fill} />
    </Screen>
  );
}
