import { useTranslation } from "react-i18next";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { OrganizationTabs } from "../tabs/OrganizationTabs.tsx";
import { SecurityLog } from "./SecurityLog.tsx";
import { SigningKey } from "./SigningKey.tsx";

/** Sign-ins of the members and what was refused here, for those who may see it. */
export function OrganizationSecurityLog() {
  const { t } = useTranslation("settings");
  const organization = useOrganization();
  const verdict = useDecision(organization, { kind: "use", permission: "security.view" });
  const events = useInfiniteOperation(
    "organization.listSecurityEvents",
    { organizationId: organization.id },
    { enabled: verdict.allowed },
  );
  return (
    <Page title={t("title")} toolbar={<OrganizationTabs />} layout="scroll">
      {verdict.allowed ? (
        <>
          <SigningKey organization={organization} />
          <SecurityLog events={events} named />
        </>
      ) : (
        <EmptyState text={verdict.sentence} />
      )}
    </Page>
  );
}
