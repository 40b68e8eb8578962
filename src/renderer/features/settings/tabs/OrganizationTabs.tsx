import { useTranslation } from "react-i18next";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { Tabs } from "#renderer/ui/page/Tabs.tsx";

/** General for every member; the security log only for those who may see it. */
export function OrganizationTabs() {
  const { t } = useTranslation("settings");
  const organization = useOrganization();
  const security = useDecision(organization, { kind: "use", permission: "security.view" });
  const general = paths.section(organization.id, "settings");
  const tabs = [{ to: general, label: t("tab.general") }];
  if (security.allowed) tabs.push({ to: `${general}/security`, label: t("tab.securityLog") });
  return <Tabs label={t("title")} tabs={tabs} />;
}
