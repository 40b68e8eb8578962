import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, paramsWith, type WorkspaceFilters } from "./filters.ts";

const none: Partial<WorkspaceFilters> = { search: "", status: null };
const addressed = { read: filtersOf, write: paramsWith, search: "search", none } as const;

/** The workspaces' filters, kept in the address. */
export const useWorkspaceFilters = () => useFiltersInAddress<"search", WorkspaceFilters>(addressed);
