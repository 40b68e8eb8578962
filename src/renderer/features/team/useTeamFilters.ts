import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, paramsWith, type TeamFilters } from "./filters.ts";

const none: Partial<TeamFilters> = { search: "", roles: [], status: null };
const addressed = { read: filtersOf, write: paramsWith, search: "search", none } as const;

/** The filters of an organization's team, kept in the address. */
export const useTeamFilters = (organizationId: string) =>
  useFiltersInAddress<"search", TeamFilters>(addressed, organizationId);
