import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { foldEmail } from "#domain/email.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { Form } from "#renderer/ui/form/Form.tsx";
import { NewPasswordField, passwordError } from "#renderer/ui/form/NewPasswordField.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { useLeft } from "../attempt.ts";
import { InvitationBanner } from "../invitation/InvitationBanner.tsx";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

const fields = ["name", "email", "password"] as const;

/** A new account: name, address, password; a mailed code follows. */
export function SignUp() {
  const { t } = useTranslation("welcome");
  const { t: account } = useTranslation("account");
  const navigate = useNavigate();
  const left = useLeft();
  const invitation = useDesktop((state) => state.openedInvitation);
  const form = useForm({
    initialValues: { name: left.name, email: left.email || (invitation?.email ?? ""), password: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t("missing.name") : null),
      email: (email) => (foldEmail(email).ok ? null : t("missing.email")),
      password: (password, { email, name }) => passwordError(account, password, { email, name }),
    },
  });
  const shown = useFormFault(form, fields);
  const signUp = useCommand("session.signUp", {
    onDone: ({ signUpId }, { email, name }) =>
      void navigate(places.verify, { state: { attemptId: signUpId, email, name } }),
    onFault: shown.show,
  });
  const { name, email, password } = form.values;
  const foreign = invitation !== null && foldEmail(email).ok && folded(email) !== folded(invitation.email);
  const title = invitation ? t("invitation.signUp", { organization: invitation.organizationName }) : t("signUp.title");
  return (
    <Screen title={title}>
      <InvitationBanner />
      <Form
        shown={shown}
        onSubmit={form.onSubmit((values) => {
          shown.clear();
          void signUp.run({ ...values, name: values.name.trim(), email: values.email.trim() });
        }, shown.onInvalid)}
      >
        <TextInput label={t("field.name")} autoComplete="name" maxLength={100} {...form.getInputProps("name")} />
        <TextInput
          label={t("field.email")}
          type="email"
          autoComplete="username"
          maxLength={320}
          {...form.getInputProps("email")}
          {...(foreign ? { description: foreignText() } : {})}
        />
        <NewPasswordField
          label={t("field.password")}
          password={password}
          owner={{ email, name }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" fullWidth loading={signUp.pending}>
          {t("signUp.submit")}
        </Button>
      </Form>
      <div className={classes["links"]}>
        <span>
          {t("signUp.other")}
          <LinkTo to={places.signIn} state={{ email }}>
            {t("signUp.otherAction")}
          </LinkTo>
        </span>
        {invitation ? null : <LinkTo to={places.invitation}>{t("invitation.open")}</LinkTo>}
      </div>
    </Screen>
  );

  function foreignText() {
    return t("signUp.foreign", { email: invitation?.email, organization: invitation?.organizationName });
  }
}

function folded(address: string): string {
  const email = foldEmail(address);
  return email.ok ? email.folded : address;
}
