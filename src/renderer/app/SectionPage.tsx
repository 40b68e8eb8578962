import { Button } from "@mantine/core";
import { lazy, useState, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useLocation, useRoutes, type RouteObject } from "react-router";
import { useDecision } from "#renderer/bridge/decision.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { useOrganization } from "./organizations/OrganizationScope.tsx";
import { paths } from "./organizations/paths.ts";
import { loadedSection, loadSection } from "./sectionModules.ts";
import { sections, type Section } from "./sections.ts";

/** The section that the address names, loaded when somebody first goes there. */
export function SectionPage() {
  const organization = useOrganization();
  const key = useLocation().pathname.split("/")[3] ?? "";
  if (key === "") return <Navigate to={paths.section(organization.id, "overview")} replace />;
  const section = sections.find((each) => each.key === key);
  if (!section) return <NothingHere home={paths.section(organization.id, "overview")} />;
  const page = pages.get(section.key);
  return section.permission === null ? page : <Guarded permission={section.permission}>{page}</Guarded>;
}

function NothingHere({ home }: { readonly home: string }) {
  const { t } = useTranslation("frame");
  const back = (
    <Button variant="default" component={Link} to={home}>
      {t("toOverview")}
    </Button>
  );
  return <EmptyState text={t("nothingHere")} action={back} />;
}

interface GuardedProps {
  readonly permission: NonNullable<Section["permission"]>;
  readonly children: ReactNode;
}

function Guarded({ permission, children }: GuardedProps) {
  const verdict = useDecision(useOrganization(), { kind: "use", permission });
  return verdict.allowed ? children : <EmptyState text={verdict.sentence} />;
}

const pages: ReadonlyMap<string, ReactElement> = new Map(sections.map((section) => [section.key, pageOf(section)]));

function pageOf(section: Section): ReactElement {
  const Later = lazy(async () => {
    const { routes } = await loadSection(section);
    return { default: () => <Routed routes={routes} /> };
  });
  function Page() {
    // Once and for all: another kind of element in its place would build the page anew.
    const [here] = useState(() => loadedSection(section));
    return here === undefined ? <Later /> : <Routed routes={here.routes} />;
  }
  return <Page />;
}

const Routed = ({ routes }: { readonly routes: RouteObject[] }) => useRoutes(routes);
