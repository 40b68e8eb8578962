import { IconSearch } from "@tabler/icons-react";
import { useMediaQuery } from "@mantine/hooks";
import { memo, useCallback, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import { OrganizationSwitcher } from "../organizations/OrganizationSwitcher.tsx";
import { paths } from "../organizations/paths.ts";
import { usePaletteOpening } from "../palette/opening.ts";
import { useSections } from "../useSections.ts";
import { nounsOf } from "../workspaces/nouns.ts";
import classes from "./Sidebar.module.css";
import { SidebarBottom } from "./SidebarBottom.tsx";
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
  const narrow = useMediaQuery("(width < 800px)");
  const icons = sidebar === "icons" || narrow;
  useOnPage(icons ? "icons" : "open");
  const toggle = useCallback(() => save({ sidebar: icons ? "open" : "icons" }), [save, icons]);
  return (
    <aside className={classes["sidebar"]} data-sidebar={icons ? "icons" : "open"} aria-label={t("sidebar")}>
      <OrganizationSwitcher active={organization} icons={icons} />
      <SearchButton icons={icons} />
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
      <SidebarBottom icons={icons} onToggle={narrow ? null : toggle} />
    </aside>
  );
}

const SearchButton = memo(function SearchButton({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const openPalette = usePaletteOpening((state) => state.open);
  return (
    <SidebarButton icon={IconSearch} label={t("search")} icons={icons} onClick={openPalette} boxed>
      <Kbd keys="mod+K" />
    </SidebarButton>
  );
});

/** Tells the whole page how wide the sidebar is. A rule that asked for it by `:has` would restyle the page on every step of a list. */
function useOnPage(sidebar: "icons" | "open"): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset["sidebar"] = sidebar;
    return () => void delete dataset["sidebar"];
  }, [sidebar]);
}
