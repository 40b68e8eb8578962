import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, paramsWith, type TeamFilters } from "./filters.ts";

const none: Partial<TeamFilters> = { search: "", roles: [], status: null };
const addressed = { read: filtersOf, write: paramsWith, search: "search", none } as const;

/** The team's filters, kept in the address. */
export const useTeamFilters = () => useFiltersInAddress<"search", TeamFilters>(addressed);
