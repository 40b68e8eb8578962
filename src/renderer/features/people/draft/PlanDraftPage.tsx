import { useEffect, useState } from "react";
import { Navigate } from "react-router";
import { paths } from "#renderer/app/organizations/paths.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { useManaged } from "../managed.ts";
import { PlanDraftForm } from "./PlanDraftForm.tsx";
import { usePlanDraft } from "./planDraft.ts";

/** A plan being made; without anybody chosen, back to the people. */
export function PlanDraftPage() {
  const end = usePlanDraft((state) => state.end);
  const [draft] = useState(() => usePlanDraft.getState().draft);
  const { organizations, error, isPending, refetch } = useManaged();
  useEffect(() => end, [end]);
  if (draft === null) return <Navigate to={paths.people} replace />;
  if (error) return <ErrorState fault={error} onRetry={refetch} />;
  if (isPending) return <Loading page="whole" lines={8} />;
  return <PlanDraftForm draft={draft} organizations={organizations} />;
}
