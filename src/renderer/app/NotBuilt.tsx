import { useTranslation } from "react-i18next";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";

/** Stands where a section will be. */
export function NotBuilt() {
  const { t } = useTranslation("frame");
  return <EmptyState text={t("notBuilt")} />;
}
