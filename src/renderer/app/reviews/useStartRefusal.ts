import { useTranslation } from "react-i18next";
import { useOperation } from "#renderer/bridge/queries.ts";

/** Why no review can be started on this computer now; null where one can. */
export function useStartRefusal(): string | null {
  const { t } = useTranslation("reviews");
  const { data } = useOperation("reviews.list", {});
  return data?.kept === "elsewhere" ? t("kept.elsewhere") : null;
}
