import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { Form } from "#renderer/ui/form/Form.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { useLeft } from "../attempt.ts";
import { InvitationBanner } from "../invitation/InvitationBanner.tsx";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import { SampleEntry } from "../server/SampleEntry.tsx";
import { SecondStep } from "./SecondStep.tsx";
import classes from "../Welcome.module.css";

const fields = ["email", "password"] as const;

/** Address and password, then the code of an account that asks for one. */
export function SignIn() {
  const waiting = useDesktop((state) => state.secondStep !== null);
  const [over, setOver] = useState(false);
  return waiting ? <SecondStep onOver={() => setOver(true)} /> : <FirstStep over={over} />;
}

/** Nothing of it is remembered on this page. `over`: the code came too late or too often. */
function FirstStep({ over }: { readonly over: boolean }) {
  const { t } = useTranslation("welcome");
  const left = useLeft();
  const invitation = useDesktop((state) => state.openedInvitation);
  const sample = useDesktop((state) => state.server?.kind === "sample");
  const ended = useDesktop((state) => state.sessionEnded);
  const why = over ? t("secondStep.over") : left.reset ? t("signIn.reset") : ended ? t("signIn.ended") : null;
  const form = useForm({
    initialValues: { email: left.email || (invitation?.email ?? ""), password: "" },
    validate: {
      email: (email) => (email.trim().length < 3 ? t("missing.email") : null),
      password: (password) => (password === "" ? t("missing.password") : null),
    },
  });
  const shown = useFormFault(form, fields);
  const signIn = useCommand("session.signIn", { onFault: shown.show });
  const { email } = form.values;
  return (
    <Screen
      title={invitation ? t("invitation.signIn", { organization: invitation.organizationName }) : t("signIn.title")}
      {...(why === null ? {} : { text: why })}
    >
      <InvitationBanner />
      {sample ? <SampleEntry /> : null}
      <Form
        shown={shown}
        onSubmit={form.onSubmit((values) => {
          shown.clear();
          void signIn.run({ ...values, email: values.email.trim() });
        }, shown.onInvalid)}
      >
        <TextInput
          label={t("field.email")}
          type="email"
          autoComplete="username"
          maxLength={320}
          {...form.getInputProps("email")}
        />
        <PasswordField
          label={t("field.password")}
          autoComplete="current-password"
          maxLength={256}
          {...form.getInputProps("password")}
        />
        <Button type="submit" fullWidth loading={signIn.pending} variant={sample ? "default" : "filled"}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <div className={classes["links"]}>
        <LinkTo to={places.reset} state={{ email }}>
          {t("signIn.forgot")}
        </LinkTo>
        <span>
          {t("signIn.other")}
          <LinkTo to={places.signUp} state={{ email }}>
            {t("signIn.otherAction")}
          </LinkTo>
        </span>
        {invitation ? null : <LinkTo to={places.invitation}>{t("invitation.open")}</LinkTo>}
      </div>
    </Screen>
  );
}
