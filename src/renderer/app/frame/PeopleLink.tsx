import { VisuallyHidden } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { paths } from "../organizations/paths.ts";
import { useOrganizations } from "../organizations/useOrganizations.ts";
import { managesPeople } from "../people/manages.ts";
import { shareDone } from "../people/planShare.ts";
import classes from "./Sidebar.module.css";
import { SidebarLink } from "./SidebarItem.tsx";

/** The people of all organizations, for whoever manages some of them; and how far a running plan is, wherever one is. */
export function PeopleLink({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const { organizations } = useOrganizations();
  const manages = organizations.some(managesPeople);
  const plans = useOperation("plan.list", { limit: 10 }, { enabled: manages });
  if (!manages) return null;
  const running = plans.data?.items.find(({ status }) => status === "running");
  const share = running && shareDone(running);
  const percent = share === undefined ? null : format.percent(share);
  return (
    <SidebarLink to={paths.people} icon={IconUsersGroup} label={t("people")} icons={icons}>
      {share !== undefined && percent !== null ? (
        <span className={classes["count"]}>
          <span aria-hidden="true">{icons ? format.number(Math.floor(100 * share)) : percent}</span>
          <VisuallyHidden>{t("planRunning", { percent })}</VisuallyHidden>
        </span>
      ) : null}
    </SidebarLink>
  );
}
