import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import classes from "./Audit.module.css";

/** Says at the end of a log that is kept on this computer that there is more of it elsewhere. */
export function WindowEnd({ begins }: { begins: string }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  return <p className={classes["windowEnd"]}>{t("windowEnd", { day: format.date(begins) })}</p>;
}
