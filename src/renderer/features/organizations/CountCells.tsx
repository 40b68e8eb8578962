import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import type { Line } from "./lines.ts";
import classes from "./Organizations.module.css";

/** A count, or that the person's role there does not see it. */
export function Count({ line, count }: { line: Line; count: number | null }) {
  const format = useFormat();
  return count === null ? <Unseen line={line} /> : format.number(count);
}

/** How many seats are taken, of how many. */
export function SeatsCell({ line }: { line: Line }) {
  const { t } = useTranslation("organizations");
  const { seats } = line;
  if (seats === null) return <Unseen line={line} />;
  const { used, limit, free } = seats;
  if (limit === null) return <span className={classes["quiet"]}>{t("all.noLimit")}</span>;
  const text = t("all.seatsOf", { used, limit });
  if (free !== 0) return text;
  return (
    <span className={classes["quiet"]} data-full data-tip={t("all.noSeatFree")}>
      {text}
      <VisuallyHidden>, {t("all.noSeatFree")}</VisuallyHidden>
    </span>
  );
}

function Unseen({ line: { role } }: { line: Line }) {
  const { t } = useTranslation("organizations");
  if (role === null) return <span className={classes["quiet"]}>–</span>;
  const why = t("all.unseen", { role: role.name });
  return (
    <span className={classes["quiet"]} data-tip={why}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{why}</VisuallyHidden>
    </span>
  );
}
