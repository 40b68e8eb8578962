import { useTranslation } from "react-i18next";
import classes from "./Permissions.module.css";

/** The footnotes of the preset's document, in its wording. */
export function Notes({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation("permissions");
  if (notes.length === 0) return null;
  return (
    <ol className={classes["notes"]} aria-label={t("notes")}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ol>
  );
}
