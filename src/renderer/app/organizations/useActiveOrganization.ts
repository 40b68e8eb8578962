import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { useAccount, useDesktop } from "#renderer/bridge/desktop.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { toastNews } from "#renderer/ui/toast.tsx";
import { useDepartures } from "./departures.ts";
import { paths } from "./paths.ts";
import { useRecent } from "./recent.ts";
import { useOrganizations } from "./useOrganizations.ts";

/**
 * The organization that the address names, or outside one the one used last; while it cannot be shown, why. Losing it,
 * live or found out later, moves the person to an organization that they still have (`requirements/002…`).
 */
export function useActiveOrganization(organizationId: string | undefined) {
  const list = useOrganizations();
  const listed = list.organizations.find((each) => each.id === organizationId);
  const unlisted = organizationId !== undefined && list.data !== undefined && !listed;
  const alone = useOperation("organization.get", { organizationId: organizationId ?? "" }, { enabled: unlisted });
  const last = useLastOrganization(list.organizations);
  const organization = organizationId === undefined ? last : (listed ?? alone.data);
  const lost = unlisted && alone.error !== null && isNone(alone.error);
  useLeaving({ organizationId, name: organization?.name, lost, organizations: list.organizations });
  useRemember(organizationId === undefined ? undefined : organization?.id);
  const refetch = () => {
    list.refetch();
    if (unlisted) alone.refetch();
  };
  return { organization, fault: lost ? null : (list.error ?? alone.error), refetch };
}

/** Not there, not the person's, or no organization's address at all. */
const isNone = ({ kind }: Fault): boolean => kind === "notFound" || kind === "forbidden" || kind === "invalid";

/** The organization to go to when the address names none. */
export function useLastOrganization(organizations: readonly Organization[]): Organization | undefined {
  const here = useDesktop((state) => state.preferences.lastOrganizationId);
  const elsewhere = useAccount().lastOrganizationId;
  const find = (id: string | null) => organizations.find((each) => each.id === id);
  return find(here) ?? find(elsewhere) ?? organizations.find((each) => each.personal) ?? organizations[0];
}

interface Leaving {
  readonly organizationId: string | undefined;
  readonly name: string | undefined;
  /** The server no longer knows this person there. */
  readonly lost: boolean;
  readonly organizations: readonly Organization[];
}

function useLeaving({ organizationId, name, lost, organizations }: Leaving): void {
  const { t } = useTranslation("frame");
  const navigate = useNavigate();
  const leave = useCallback(() => {
    const next = refuge(organizations, organizationId);
    const isNews = organizationId === undefined || !useDepartures.getState().expected.has(organizationId);
    if (isNews) toastNews(name ? t("membershipEnded", { name }) : t("notYours"));
    void navigate(next ? paths.organization(next.id) : paths.home, { replace: true });
  }, [organizations, organizationId, name, navigate, t]);
  useDesktopEvent("feed", ({ event }) => {
    if (event.type === "membershipEnded" && event.organizationId === organizationId) leave();
  });
  useEffect(() => {
    if (lost) leave();
  }, [lost, leave]);
}

/** Where a person goes who lost an organization: their own first. */
function refuge(organizations: readonly Organization[], lostId: string | undefined): Organization | undefined {
  const others = organizations.filter((each) => each.id !== lostId);
  return others.find((each) => each.personal) ?? others[0];
}

/** Keeps the last organization used, here, in the order of all and with the account; one left within a second does not count. */
function useRemember(organizationId: string | undefined): void {
  const bridge = useBridge();
  const [preferences, save] = usePreferences();
  const use = useRecent((state) => state.use);
  const known = preferences.lastOrganizationId;
  useEffect(() => {
    if (!organizationId) return undefined;
    const timer = setTimeout(() => {
      use(organizationId);
      if (organizationId === known) return;
      save({ lastOrganizationId: organizationId });
      void bridge.call("me.update", { lastOrganizationId: organizationId });
    }, 1000);
    return () => clearTimeout(timer);
  }, [organizationId, known, bridge, save, use]);
}
