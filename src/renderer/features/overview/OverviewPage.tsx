import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { Page } from "#renderer/ui/page/Page.tsx";
import { Figures } from "./Figures.tsx";
import { GetStarted } from "./GetStarted.tsx";
import classes from "./Overview.module.css";
import { RecentActivity } from "./RecentActivity.tsx";
import { SetUp } from "./SetUp.tsx";

/** How the organization stands, what happened lately and what is still to be set up. */
export function OverviewPage() {
  const { t } = useTranslation("overview");
  const navigate = useNavigate();
  const organization = useOrganization();
  const audit = useDecision(organization, { kind: "use", permission: "audit.view" });
  const button = (
    <Explained organization={organization} act={{ kind: "use", permission: "member.invite" }} position="left">
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => void navigate(paths.invite(organization.id))}>
        {t("invite")}
      </Button>
    </Explained>
  );
  return (
    <Page title={t("title")} primary={button} layout="scroll">
      <div className={classes["content"]}>
        <Figures organization={organization} />
        <div className={classes["columns"]}>
          {audit.allowed ? <RecentActivity organization={organization} /> : null}
          <div className={classes["lists"]}>
            {/* What is asked for comes below what is known, so that nothing jumps. */}
            <SetUp organization={organization} />
            <GetStarted organization={organization} />
          </div>
        </div>
      </div>
    </Page>
  );
}
