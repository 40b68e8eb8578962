import {
  IconBuildings,
  IconChecklist,
  IconInbox,
  IconPlus,
  IconSunMoon,
  IconUserCog,
  IconUserQuestion,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { useCreateOrganization } from "../create/opening.ts";
import { OrganizationAvatar } from "../organizations/OrganizationAvatar.tsx";
import { paths } from "../organizations/paths.ts";
import { useOrganizations } from "../organizations/useOrganizations.ts";
import { useNearReady } from "../organizations/useNearReady.ts";
import { useSwitch } from "../organizations/useSwitch.ts";
import { usePaletteOpening } from "../palette/opening.ts";
import { useStartRefusal } from "../reviews/useStartRefusal.ts";
import { useGo } from "../useGo.ts";
import { useSections } from "../useSections.ts";
import { nounsOf } from "../workspaces/nouns.ts";
import { useOfferCommands, type Command } from "./commands.ts";
import { OrganizationCommands } from "./OrganizationCommands.tsx";

/** What can be done from everywhere: the places, the first nine organizations, creating, the theme. */
export function FrameCommands({ organization }: { organization: Organization | undefined }) {
  useOfferCommands(usePlaces(organization));
  useOfferCommands(useGeneral());
  useOfferCommands(useSwitching());
  return organization ? <OrganizationCommands organization={organization} /> : null;
}

function usePlaces(organization: Organization | undefined): () => readonly Command[] {
  const { t } = useTranslation("frame");
  const go = useGo();
  const shown = useSections(organization);
  return useCallback(() => {
    if (!organization) return [];
    return shown.map((section) => ({
      id: section.key,
      label: t(`section.${section.key}`, nounsOf(organization)),
      group: "navigation",
      icon: <section.icon size={16} />,
      shortcut: section.shortcut,
      run: () => go(paths.section(organization.id, section.key)),
    }));
  }, [organization, shown, go, t]);
}

function useGeneral(): () => readonly Command[] {
  const { t } = useTranslation("frame");
  const { t: explain } = useTranslation("explain");
  const { t: review } = useTranslation("reviews");
  const go = useGo();
  const open = useCreateOrganization((state) => state.open);
  const [{ theme }, save] = usePreferences();
  const online = useOnline();
  const startRefusal = useStartRefusal();
  const togglePalette = usePaletteOpening((state) => state.toggle);
  return useCallback(() => {
    const next = theme === "dark" ? "light" : "dark";
    return [
      { id: "palette", label: t("search"), group: "action", shortcut: "mod+K", run: togglePalette },
      {
        id: "createOrganization",
        label: t("createOrganization"),
        group: "action",
        icon: <IconPlus size={16} />,
        shortcut: "mod+shift+N",
        reason: online ? null : t("refusal.offline"),
        run: open,
      },
      {
        id: "theme",
        label: t(`useTheme.${next}`),
        group: "action",
        icon: <IconSunMoon size={16} />,
        run: () => save({ theme: next }),
      },
      {
        id: "inbox",
        label: t("inbox"),
        group: "navigation",
        icon: <IconInbox size={16} />,
        shortcut: "g i",
        run: () => go(paths.inbox),
      },
      {
        id: "organizations",
        label: t("allOrganizations"),
        group: "navigation",
        icon: <IconBuildings size={16} />,
        shortcut: "g l",
        run: () => go(paths.organizations),
      },
      {
        id: "people",
        label: t("people"),
        group: "navigation",
        icon: <IconUsersGroup size={16} />,
        shortcut: "g e",
        run: () => go(paths.people),
      },
      {
        id: "reviews",
        label: t("reviews"),
        group: "navigation",
        icon: <IconChecklist size={16} />,
        shortcut: "g v",
        run: () => go(paths.reviews),
      },
      {
        id: "startReview",
        label: review("start"),
        group: "action",
        icon: <IconChecklist size={16} />,
        reason: startRefusal,
        run: () => go(paths.startReview()),
      },
      {
        id: "whoCan",
        label: explain("whoCan.command"),
        group: "navigation",
        icon: <IconUserQuestion size={16} />,
        run: () => go(paths.whoCan),
      },
      {
        id: "account",
        label: t("account.settings"),
        group: "navigation",
        icon: <IconUserCog size={16} />,
        run: () => go(paths.account),
      },
    ];
  }, [t, explain, review, go, open, togglePalette, theme, save, online, startRefusal]);
}

function useSwitching(): () => readonly Command[] {
  const switchTo = useSwitch();
  const { organizations } = useOrganizations();
  const near = useMemo(() => organizations.slice(0, 9), [organizations]);
  useNearReady(near);
  return useCallback(
    () =>
      near.map((organization, index) => ({
        id: `organization.${organization.id}`,
        label: organization.name,
        group: "organization",
        icon: <OrganizationAvatar organization={organization} size={16} />,
        shortcut: `mod+${index + 1}`,
        run: () => switchTo(organization),
      })),
    [near, switchTo],
  );
}
