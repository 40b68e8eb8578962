import { useTranslation } from "react-i18next";
import { paths } from "#renderer/app/organizations/paths.ts";
import { Tabs } from "#renderer/ui/page/Tabs.tsx";

/** From the reviews to their schedules and back. */
export function ReviewTabs() {
  const { t } = useTranslation("reviews");
  const tabs = [
    { to: paths.reviews, label: t("tab.reviews") },
    { to: paths.allReviews, label: t("tab.all"), covers: true },
    { to: paths.reviewSchedules, label: t("tab.schedules") },
  ];
  return <Tabs label={t("title")} tabs={tabs} />;
}
