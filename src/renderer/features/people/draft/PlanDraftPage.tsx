import { Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "#renderer/app/organizations/paths.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { useManaged } from "../managed.ts";
import { PeopleTabs } from "../PeopleTabs.tsx";
import { PlanDraftForm } from "./PlanDraftForm.tsx";
import { usePlanDraft } from "./planDraft.ts";

/** A plan being made. */
export function PlanDraftPage() {
  const end = usePlanDraft((state) => state.end);
  const [draft] = useState(() => usePlanDraft.getState().draft);
  const { organizations, error, isPending, refetch } = useManaged();
  useEffect(() => end, [end]);
  if (draft === null) return <NobodyChosen />;
  if (error) return <ErrorState fault={error} onRetry={refetch} />;
  if (isPending) return <Loading page="whole" lines={8} />;
  return <PlanDraftForm draft={draft} organizations={organizations} />;
}

/** Who was chosen is kept nowhere: the page was opened again, or by its address. */
function NobodyChosen() {
  const { t } = useTranslation("people");
  const choose = (
    <Button component={Link} to={paths.people}>
      {t("plans.start")}
    </Button>
  );
  return (
    <Page title={t("title")} toolbar={<PeopleTabs />}>
      <EmptyState icon={<IconListCheck size={20} />} text={t("plans.draft.nobodyChosen")} action={choose} />
    </Page>
  );
}
