import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCommand } from "#renderer/bridge/commands.ts";
import { Form } from "#renderer/ui/form/Form.tsx";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { LinkTo } from "../LinkTo.tsx";
import { places } from "../places.ts";
import { Screen } from "../Screen.tsx";
import classes from "../Welcome.module.css";

const fields = ["link"] as const;

/** An invitation's link, pasted from the mail. The sign-up or sign-in that follows joins. */
export function OpenInvitation() {
  const { t } = useTranslation("welcome");
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { link: "" },
    validate: { link: (link) => (link.trim().length < 6 ? t("missing.link") : null) },
  });
  const shown = useFormFault(form, fields, (fault) =>
    fault.kind === "conflict" || fault.kind === "notFound" ? { link: faultText(common, fault) } : null,
  );
  const open = useCommand("invitation.open", {
    onDone: () => void navigate(places.signUp, { replace: true }),
    onFault: shown.show,
  });
  return (
    <Screen title={t("invitation.title")} text={t("invitation.text")}>
      <Form
        shown={shown}
        onSubmit={form.onSubmit(({ link }) => {
          shown.clear();
          void open.run({ link: link.trim() });
        }, shown.onInvalid)}
      >
        <TextInput
          label={t("field.link")}
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          {...form.getInputProps("link")}
        />
        <Button type="submit" fullWidth loading={open.pending}>
          {t("invitation.submit")}
        </Button>
      </Form>
      <div className={classes["links"]}>
        <LinkTo to={places.signIn}>{t("reset.back")}</LinkTo>
      </div>
    </Screen>
  );
}
