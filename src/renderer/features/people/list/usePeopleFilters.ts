import { useFiltersInAddress } from "#renderer/app/filters/useFiltersInAddress.ts";
import { filtersOf, paramsWith, type PeopleFilters } from "./filters.ts";

const none: Partial<PeopleFilters> = { search: "", clients: [], roles: [], status: null, seen: null, twoFactor: null };
const addressed = { read: filtersOf, write: paramsWith, search: "search", none } as const;

/** The filters of the people, kept in the address. */
export const usePeopleFilters = () => useFiltersInAddress<"search", PeopleFilters>(addressed);
