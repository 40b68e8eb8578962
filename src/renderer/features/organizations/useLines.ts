import { useMemo } from "react";
import { organizationsInput } from "#renderer/app/organizations/organizationsInput.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { passes, type OrganizationFilters } from "./filters.ts";
import { lineOf, lineOfDeleted, type Line } from "./lines.ts";

const none: readonly Line[] = [];

/** The person's organizations, as the frame has read them already; those deleted for good only where somebody looks for them. */
export function useLines(filters: OrganizationFilters) {
  const own = useOperation("organization.list", organizationsInput);
  const wantsDeleted = filters.status === "deleted";
  const certificates = useOperation("deletion.listCertificates", {}, { enabled: wantsDeleted });
  const mine = useMemo(() => own.data?.items.map(lineOf) ?? none, [own.data]);
  const deleted = useMemo(() => certificates.data?.items.map(lineOfDeleted) ?? none, [certificates.data]);
  const all = wantsDeleted ? deleted : mine;
  const lines = useMemo(() => all.filter((line) => passes(filters, line)), [all, filters]);
  const { isPending, error, refetch, source } = wantsDeleted ? certificates : own;
  return { mine, lines, total: own.data?.total ?? null, isPending, error, refetch, source };
}
