import { useTranslation } from "react-i18next";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { Page } from "#renderer/ui/page/Page.tsx";
import { SecurityLog } from "../security/SecurityLog.tsx";
import { AccountTabs } from "../tabs/AccountTabs.tsx";

/** The person's own security log. */
export function AccountSecurityLog() {
  const { t } = useTranslation("settings");
  const events = useInfiniteOperation("me.listSecurityEvents", {});
  return (
    <Page title={t("account.title")} toolbar={<AccountTabs />} layout="scroll">
      <SecurityLog events={events} named={false} />
    </Page>
  );
}
