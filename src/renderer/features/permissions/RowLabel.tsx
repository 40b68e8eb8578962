import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Row } from "./matrix.ts";
import classes from "./Matrix.module.css";

/** A permission in the wording of the preset's document; what Orgdesk added says so, quietly. */
export function RowLabel({ row }: { row: Row }) {
  const { t } = useTranslation("permissions");
  return (
    <span className={classes["label"]}>
      <span>{row.label}</span>
      {row.source === "orgdesk" ? (
        <Tooltip label={t("fromOrgdeskLong")}>
          <span className={classes["source"]}>{t("fromOrgdesk")}</span>
        </Tooltip>
      ) : null}
    </span>
  );
}
