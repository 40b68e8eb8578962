import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { NeedsConnection } from "#renderer/ui/page/NeedsConnection.tsx";
import { useCreateOrganization } from "./create/opening.ts";
import { paths } from "./organizations/paths.ts";
import { useLastOrganization } from "./organizations/useActiveOrganization.ts";
import { useOrganizations } from "./organizations/useOrganizations.ts";

/** On to the organization used last. */
export function Home() {
  const { t } = useTranslation("frame");
  const { organizations, isPending, error, refetch } = useOrganizations();
  const open = useCreateOrganization((state) => state.open);
  const last = useLastOrganization(organizations);
  if (last) return <Navigate to={paths.organization(last.id)} replace />;
  if (error?.kind === "offline") return <NeedsConnection title={t("nothingKept.title")} why={t("nothingKept.why")} />;
  if (error) return <ErrorState fault={error} onRetry={refetch} />;
  if (isPending) return <Loading page="whole" lines={8} />;
  return <EmptyState text={t("noOrganizations")} action={<Button onClick={open}>{t("createOrganization")}</Button>} />;
}
