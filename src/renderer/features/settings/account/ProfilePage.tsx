import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#contract/entities/account.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useAccount, useOnline } from "#renderer/bridge/desktop.ts";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useFormFault } from "#renderer/ui/form/useFormFault.ts";
import { languageOptions } from "../fields/languages.ts";
import { LongSelect } from "../fields/LongSelect.tsx";
import { timeZoneOptions } from "../fields/timeZones.ts";
import { AccountTabs } from "../tabs/AccountTabs.tsx";

const fields = ["name", "locale", "timeZone"] as const;

/** Who the person is to others, and how times read for them. */
export function ProfilePage() {
  const { t } = useTranslation("settings");
  const account = useAccount();
  return (
    <Page title={t("account.title")} toolbar={<AccountTabs />} layout="prose">
      <ProfileForm key={account.id} account={account} />
    </Page>
  );
}

function ProfileForm({ account }: { account: Account }) {
  const { t, i18n } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const { name, locale, timeZone } = account;
  const form = useForm({
    initialValues: { name, locale, timeZone },
    validate: { name: (text) => (text.trim() === "" ? t("profile.nameMissing") : null) },
  });
  const shown = useFormFault(form, fields);
  const update = useCommand("me.update", {
    onDone: (saved) => {
      const now = { name: saved.name, locale: saved.locale, timeZone: saved.timeZone };
      // What was typed meanwhile stays.
      const typed = form.getValues();
      const same = fields.filter((field) => typed[field] === form.values[field]);
      form.setValues(Object.fromEntries(same.map((field) => [field, now[field]])));
      form.resetDirty(now);
      toastDone({ message: t("profile.saved", { name: saved.name }) });
    },
    onFault: shown.show,
  });
  const [now] = useState(Date.now);
  const zones = useMemo(() => timeZoneOptions(timeZone, now), [timeZone, now]);
  const languages = useMemo(() => languageOptions(locale, i18n.language), [locale, i18n.language]);
  const changed = form.isDirty();
  return (
    <Form
      shown={shown}
      onSubmit={form.onSubmit((values) => {
        shown.clear();
        const edited = fields.filter((field) => values[field].trim() !== account[field]);
        void update.run(Object.fromEntries(edited.map((field) => [field, values[field].trim()])));
      }, shown.onInvalid)}
    >
      <FormSection title={t("profile.title")} description={t("profile.text")}>
        <FieldRow title={t("profile.name")}>
          <TextInput
            aria-label={t("profile.name")}
            maxLength={100}
            autoComplete="name"
            {...form.getInputProps("name")}
          />
        </FieldRow>
        <FieldRow title={t("profile.email")} description={t("profile.emailHint")}>
          <span dir="auto">{account.email}</span>
        </FieldRow>
        <FieldRow title={t("profile.language")} description={t("profile.languageHint")}>
          <LongSelect aria-label={t("profile.language")} data={languages} {...form.getInputProps("locale")} />
        </FieldRow>
        <FieldRow title={t("profile.timeZone")} description={t("profile.timeZoneHint")}>
          <LongSelect aria-label={t("profile.timeZone")} data={zones} {...form.getInputProps("timeZone")} />
        </FieldRow>
        <FieldRow title="">
          <Reason because={online ? (changed ? null : t("profile.unchanged")) : frame("refusal.offline")}>
            <Button type="submit" loading={update.pending}>
              {t("profile.save")}
            </Button>
          </Reason>
        </FieldRow>
      </FormSection>
    </Form>
  );
}
