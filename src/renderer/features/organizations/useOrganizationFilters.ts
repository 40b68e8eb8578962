import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, paramsWith, type OrganizationFilters } from "./filters.ts";

const none: Partial<OrganizationFilters> = { search: "", roles: [], presets: [], status: null };
const addressed = { read: filtersOf, write: paramsWith, search: "search", none } as const;

/** The filters of the organizations, kept in the address. */
export const useOrganizationFilters = () => useFiltersInAddress<"search", OrganizationFilters>(addressed);
