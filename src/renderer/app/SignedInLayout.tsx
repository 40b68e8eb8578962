import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useMatch, useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { useDesktop, useOnline } from "#renderer/bridge/desktop.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { NoChanges } from "#renderer/ui/CommandButton.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { later } from "#renderer/ui/later.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { offerUndo, withdrawUndo } from "#renderer/ui/toast.tsx";
import { useEver } from "#renderer/ui/useEver.ts";
import { AccountLocale } from "./AccountLocale.tsx";
import { Arrival } from "./Arrival.tsx";
import { FrameCommands } from "./commands/FrameCommands.tsx";
import { ShortcutsDialog } from "./commands/ShortcutsDialog.tsx";
import { useKeyboard } from "./commands/useKeyboard.ts";
import { useCreateOrganization } from "./create/opening.ts";
import { Frame } from "./frame/Frame.tsx";
import { Here } from "./organizations/here.ts";
import { OrganizationScope } from "./organizations/OrganizationScope.tsx";
import { paths } from "./organizations/paths.ts";
import { useActiveOrganization } from "./organizations/useActiveOrganization.ts";
import { PageBoundary } from "./PageBoundary.tsx";
import { Palette } from "./palette/Palette.tsx";
import { useDemotionNews } from "./people/useDemotionNews.ts";
import { PersonalRoutes } from "./routes.tsx";
import { SectionPage } from "./SectionPage.tsx";
import { sections } from "./sections.ts";

const CreateOrganization = later(async () => (await import("./create/CreateOrganization.tsx")).CreateOrganization);

/** Everything around the page of a signed-in person. */
export function SignedInLayout() {
  const { t } = useTranslation();
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const { organizationId, "*": rest = "" } = useMatch("/o/:organizationId/*")?.params ?? {};
  const active = useActiveOrganization(organizationId);
  const creates = useEver(useCreateOrganization((state) => state.opened));
  useKeyboard();
  useShellNavigation();
  useDemotionNews();
  useEffect(() => {
    if (online) offerUndo();
    else withdrawUndo();
  }, [online]);
  return (
    <AccountLocale>
      <NoChanges value={online ? null : frame("refusal.offline")}>
        <title>
          {organizationId && active.organization ? `${active.organization.name} · ${t("product")}` : t("product")}
        </title>
        <Here value={rest.split("/")[0] || undefined}>
          <Frame organization={active.organization} inside={organizationId !== undefined}>
            <Content organizationId={organizationId} {...active} />
          </Frame>
          <FrameCommands organization={active.organization} />
          <Palette organization={active.organization} />
          <ShortcutsDialog />
          {creates ? <CreateOrganization /> : null}
        </Here>
      </NoChanges>
    </AccountLocale>
  );
}

interface ContentProps extends Pick<ReturnType<typeof useActiveOrganization>, "fault" | "refetch"> {
  readonly organizationId: string | undefined;
  readonly organization: Organization | undefined;
}

function Content({ organizationId, organization, fault, refetch }: ContentProps) {
  const { pathname } = useLocation();
  const place = placeOf(pathname);
  const page = (
    <PageBoundary key={pageOf(pathname)} place={place}>
      <Suspense fallback={<Loading page="whole" lines={8} />}>
        {organizationId === undefined ? <PersonalRoutes /> : <SectionPage />}
      </Suspense>
    </PageBoundary>
  );
  // A key of its own: two siblings of one key would leave the former page standing above the next.
  const arrived = <Arrival key={`arrived:${place}`} />;
  if (organizationId === undefined) {
    return (
      <>
        {page}
        {arrived}
      </>
    );
  }
  if (organization) {
    return (
      <OrganizationScope organization={organization}>
        {page}
        {arrived}
      </OrganizationScope>
    );
  }
  return fault ? <ErrorState fault={fault} onRetry={refetch} /> : <Loading page="whole" lines={8} />;
}

/** The section of an address, without the drawer: what opens inside a page must not build the page anew. */
function placeOf(pathname: string): string {
  // Its drawers are named by an organization and a review.
  if (pathname.startsWith(`${paths.allReviews}/`)) return paths.allReviews;
  return pathname.split("/").slice(0, 4).join("/");
}

/** What is built anew when it changes: the place, and for a page that stays in every organization the section alone. */
function pageOf(pathname: string): string {
  const key = pathname.split("/")[3];
  return sections.find((section) => section.key === key)?.stays ? `/o//${key}` : placeOf(pathname);
}

/** Deep links and the application's menu lead here; an opened invitation waits in the inbox. */
function useShellNavigation(): void {
  const navigate = useNavigate();
  const openedId = useDesktop((state) => state.openedInvitation?.id);
  useDesktopEvent("navigate", ({ organizationId }) => void navigate(paths.organization(organizationId)));
  useEffect(() => {
    if (openedId !== undefined) void navigate(paths.inbox);
  }, [openedId, navigate]);
}
