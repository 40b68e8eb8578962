import type { AuditAction } from "#contract/audit.ts";
import { auditActionNames } from "#contract/auditActions.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { addressed, searched, someOf, written } from "#renderer/app/filters/addressed.ts";
import { dayOf, endOf, startOf } from "#renderer/app/days/days.ts";

/** What narrows the log. The address keeps it; days are those of the organization's time zone, both included. */
export interface AuditFilters {
  readonly search: string;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly actorId: string | null;
  readonly targetId: string | null;
  readonly actions: readonly AuditAction[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = (key: string) => written<CalendarDay>(key, dayOf, (each) => each);
const id = (key: string) =>
  written<string>(
    key,
    (text) => (uuid.test(text) ? text : null),
    (each) => each,
  );

export const auditFilters = addressed<AuditFilters>({
  search: searched("q"),
  from: day("from"),
  to: day("to"),
  actorId: id("actor"),
  targetId: id("target"),
  actions: someOf("action", auditActionNames),
});

/** The filters as the server takes them, for the list and for exports. */
export function narrowing(organization: Pick<Organization, "id" | "timeZone">, filters: AuditFilters) {
  const { search, from, to, actorId, targetId, actions } = filters;
  return {
    organizationId: organization.id,
    ...(search === "" ? {} : { text: search }),
    ...(from === null ? {} : { from: startOf(from, organization.timeZone) }),
    ...(to === null ? {} : { to: endOf(to, organization.timeZone) }),
    ...(actorId === null ? {} : { actorId }),
    ...(targetId === null ? {} : { targetId }),
    ...(actions.length === 0 ? {} : { action: [...actions] }),
  };
}

export type Narrowing = ReturnType<typeof narrowing>;
