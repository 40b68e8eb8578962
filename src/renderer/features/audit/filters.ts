import type { AuditAction } from "#contract/audit.ts";
import { auditActionNames } from "#contract/auditActions.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { dayOf, endOf, startOf, type Day } from "#renderer/app/days/days.ts";

/** What narrows the log. The address keeps it; days are those of the organization's time zone, both included. */
export interface AuditFilters {
  readonly text: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly actorId: string | null;
  readonly targetId: string | null;
  readonly actions: readonly AuditAction[];
}

export const noFilters: AuditFilters = { text: "", from: null, to: null, actorId: null, targetId: null, actions: [] };

/** Reads the filters of an address; what it does not know counts as not set. */
export function filtersOf(params: URLSearchParams): AuditFilters {
  return {
    text: (params.get("q") ?? "").slice(0, 100),
    from: dayOf(params.get("from")),
    to: dayOf(params.get("to")),
    actorId: idOf(params.get("actor")),
    targetId: idOf(params.get("target")),
    actions: auditActionNames.filter((action) => params.getAll("action").includes(action)),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function idOf(text: string | null): string | null {
  return text !== null && uuid.test(text) ? text : null;
}

/** The address's parameters with these filters. */
export function paramsOf({ text, from, to, actorId, targetId, actions }: AuditFilters): URLSearchParams {
  const params = new URLSearchParams();
  const single = { q: text, from, to, actor: actorId, target: targetId };
  for (const [key, value] of Object.entries(single)) if (value) params.set(key, value);
  for (const action of actions) params.append("action", action);
  return params;
}

/** The filters as the server takes them, for the list and for exports. */
export function narrowing(organization: Pick<Organization, "id" | "timeZone">, filters: AuditFilters) {
  const { text, from, to, actorId, targetId, actions } = filters;
  return {
    organizationId: organization.id,
    ...(text === "" ? {} : { text }),
    ...(from === null ? {} : { from: startOf(from, organization.timeZone) }),
    ...(to === null ? {} : { to: endOf(to, organization.timeZone) }),
    ...(actorId === null ? {} : { actorId }),
    ...(targetId === null ? {} : { targetId }),
    ...(actions.length === 0 ? {} : { action: [...actions] }),
  };
}

export type Narrowing = ReturnType<typeof narrowing>;

/** Whether something besides the search leaves events out. */
export const isNarrowed = (filters: AuditFilters): boolean => paramsOf({ ...filters, text: "" }).size > 0;
