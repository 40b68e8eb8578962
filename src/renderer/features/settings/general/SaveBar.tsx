import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./SaveBar.module.css";
import type { DetailsForm } from "./useDetailsForm.ts";

/** Stays at the bottom of the window while something is not saved. */
export function SaveBar({ form }: { form: DetailsForm }) {
  const { t } = useTranslation("settings");
  return (
    <section className={classes["bar"]} aria-label={t("general.unsavedTitle")}>
      <output className={classes["text"]}>{t("general.unsaved", { count: form.count })}</output>
      <Button variant="default" disabled={form.pending} onClick={form.discard}>
        {t("general.discard")}
      </Button>
      <Button type="submit" loading={form.pending}>
        {t("general.save")}
      </Button>
    </section>
  );
}
