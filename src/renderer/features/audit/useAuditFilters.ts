import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, noFilters, paramsOf, type AuditFilters } from "./filters.ts";

const write = (_before: URLSearchParams, filters: AuditFilters): URLSearchParams => paramsOf(filters);
const addressed = { read: filtersOf, write, search: "text", none: noFilters } as const;

/** The audit log's filters, kept in the address. */
export const useAuditFilters = () => useFiltersInAddress<"text", AuditFilters>(addressed);
