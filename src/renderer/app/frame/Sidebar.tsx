import { IconInbox, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from "@tabler/icons-react";
import { ActionIcon, Tooltip, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Kbd } from "#renderer/ui/Kbd.tsx";
import { OrganizationSwitcher } from "../organizations/OrganizationSwitcher.tsx";
import { paths } from "../organizations/paths.ts";
import { usePaletteOpening } from "../palette/opening.ts";
import { useSections } from "../useSections.ts";
import { nounsOf } from "../workspaces/nouns.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import classes from "./Sidebar.module.css";
import { PeopleLink } from "./PeopleLink.tsx";
import { ReviewsLink } from "./ReviewsLink.tsx";
import { SidebarButton, SidebarLink } from "./SidebarItem.tsx";

interface SidebarProps {
  readonly organization: Organization | undefined;
  readonly inside: boolean;
}

/** The way to every place. Collapsed, as in a window that is zoomed far, it shows icons alone, with their names on hover and focus. */
export function Sidebar({ organization, inside }: SidebarProps) {
  const { t } = useTranslation("frame");
  const [{ sidebar }, save] = usePreferences();
  const shown = useSections(organization);
  const invitations = useOperation("me.listInvitations", {});
  const offers = useOperation("ownership.listOffered", {});
  const requests = useOperation("approval.received", {});
  const guards = useOperation("lockout.listPending", {});
  const openPalette = usePaletteOpening((state) => state.open);
  const narrow = useMediaQuery("(width < 800px)");
  const icons = sidebar === "icons" || narrow;
  useOnPage(icons ? "icons" : "open");
  const toggle = () => save({ sidebar: icons ? "open" : "icons" });
  const waiting = [invitations, offers, requests, guards].reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0);
  return (
    <aside className={classes["sidebar"]} data-sidebar={icons ? "icons" : "open"} aria-label={t("sidebar")}>
      <OrganizationSwitcher active={organization} icons={icons} />
      <SidebarButton icon={IconSearch} label={t("search")} icons={icons} onClick={openPalette} boxed>
        <Kbd keys="mod+K" />
      </SidebarButton>
      <nav aria-label={t("sections")} className={classes["sections"]}>
        {organization
          ? shown.map((section) => (
              <SidebarLink
                key={section.key}
                to={paths.section(organization.id, section.key)}
                icon={section.icon}
                label={t(`section.${section.key}`, nounsOf(organization))}
                icons={icons}
                muted={!inside}
              />
            ))
          : null}
      </nav>
      <div className={classes["bottom"]}>
        <PeopleLink icons={icons} />
        <ReviewsLink icons={icons} />
        <SidebarLink to={paths.inbox} icon={IconInbox} label={t("inbox")} icons={icons}>
          {waiting > 0 ? (
            <span className={classes["count"]}>
              <span aria-hidden="true">{waiting}</span>
              <VisuallyHidden>{t("waiting", { count: waiting })}</VisuallyHidden>
            </span>
          ) : null}
        </SidebarLink>
        <div className={classes["foot"]}>
          <ConnectionState icons={icons} />
          {narrow ? null : (
            <Tooltip label={icons ? t("expand") : t("collapse")} position="right">
              <ActionIcon size={28} aria-label={icons ? t("expand") : t("collapse")} onClick={toggle}>
                {icons ? <IconLayoutSidebarLeftExpand size={16} /> : <IconLayoutSidebarLeftCollapse size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <AccountMenu icons={icons} />
      </div>
    </aside>
  );
}

/** Tells the whole page how wide the sidebar is. A rule that asked for it by `:has` would restyle the page on every step of a list. */
function useOnPage(sidebar: "icons" | "open"): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset["sidebar"] = sidebar;
    return () => void delete dataset["sidebar"];
  }, [sidebar]);
}
