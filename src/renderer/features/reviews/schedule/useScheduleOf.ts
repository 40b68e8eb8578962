import { useOperation } from "#renderer/bridge/queries.ts";

/** How often the access to an organization is reviewed; asked once for however many cells show it. */
export function useScheduleOf(organizationId: string) {
  return useOperation("reviewSchedule.get", { organizationId });
}
