import { useTranslation } from "react-i18next";
import { paths } from "#renderer/app/organizations/paths.ts";
import { Tabs } from "#renderer/ui/page/Tabs.tsx";

/** From the people to the plans for them and back. */
export function PeopleTabs() {
  const { t } = useTranslation("people");
  const tabs = [
    { to: paths.people, label: t("tab.people") },
    { to: paths.plans, label: t("tab.plans"), covers: true },
  ];
  return <Tabs label={t("title")} tabs={tabs} />;
}
