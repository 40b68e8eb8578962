import { ActionIcon, Tooltip } from "@mantine/core";
import { IconBuildings, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../organizations/paths.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import { InboxLink } from "./InboxLink.tsx";
import { PeopleLink } from "./PeopleLink.tsx";
import { ReviewsLink } from "./ReviewsLink.tsx";
import classes from "./Sidebar.module.css";
import { SidebarLink } from "./SidebarItem.tsx";

interface SidebarBottomProps {
  readonly icons: boolean;
  /** Absent where the window leaves no choice. */
  readonly onToggle: (() => void) | null;
}

/** The places of the person rather than of one organization; they stay as they are while that changes. */
export const SidebarBottom = memo(function SidebarBottom({ icons, onToggle }: SidebarBottomProps) {
  const { t } = useTranslation("frame");
  return (
    <div className={classes["bottom"]}>
      <SidebarLink to={paths.organizations} icon={IconBuildings} label={t("allOrganizations")} icons={icons} />
      <PeopleLink icons={icons} />
      <ReviewsLink icons={icons} />
      <InboxLink icons={icons} />
      <div className={classes["foot"]}>
        <ConnectionState icons={icons} />
        {onToggle === null ? null : (
          <Tooltip label={icons ? t("expand") : t("collapse")} position="right">
            <ActionIcon size={28} aria-label={icons ? t("expand") : t("collapse")} onClick={onToggle}>
              {icons ? <IconLayoutSidebarLeftExpand size={16} /> : <IconLayoutSidebarLeftCollapse size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <AccountMenu icons={icons} />
    </div>
  );
});
