import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "../Reviews.module.css";

/** How many people are decided, as a bar and in numbers. */
export function DecidedShare({ decided, total }: { decided: number; total: number }) {
  const { t } = useTranslation("reviews");
  return (
    <span className={classes["share"]}>
      <Progress.Root size={4} className={classes["shareBar"] ?? ""}>
        <Progress.Section
          value={total === 0 ? 0 : (100 * decided) / total}
          color={decided === total ? "green" : "accent"}
          aria-label={t("decide.progress")}
        />
      </Progress.Root>
      <span className={classes["shareText"]}>{t("decidedOf", { decided, total })}</span>
    </span>
  );
}
