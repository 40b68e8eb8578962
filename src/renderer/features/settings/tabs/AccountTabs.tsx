import { useTranslation } from "react-i18next";
import { paths } from "#renderer/app/organizations/paths.ts";
import { Tabs } from "#renderer/ui/page/Tabs.tsx";

export function AccountTabs() {
  const { t } = useTranslation("settings");
  const { t: offline } = useTranslation("offline");
  const { t: deletion } = useTranslation("deletion");
  const tabs = [
    { to: paths.account, label: t("tab.profile") },
    { to: `${paths.account}/sign-in`, label: t("tab.signIn") },
    { to: `${paths.account}/appearance`, label: t("tab.appearance") },
    { to: paths.offlineData, label: offline("settings.tab") },
    { to: `${paths.account}/security`, label: t("tab.securityLog") },
    { to: paths.deleted, label: deletion("certificates.tab") },
  ];
  return <Tabs label={t("account.title")} tabs={tabs} />;
}
