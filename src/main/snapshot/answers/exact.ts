import type { Answer } from "#contract/answer.ts";
import { day } from "#domain/calendar/lengths.ts";
import type { OperationName, Output } from "#contract/operations.ts";
import type { OrganizationRows } from "../worker/rows.ts";

/**
 * Whether an answer out of an organization's rows is the very one that the server gives at their revision. It is not
 * where events from before the kept window would belong to it, or other organizations that are not kept.
 */
export function isExact(name: OperationName, answer: Answer<unknown>, rows: OrganizationRows): boolean {
  if (!answer.ok) return false;
  // Reminders go out without an event.
  if (name === "member.get" || name === "reviewSchedule.get") return false;
  if (name !== "auditEvent.list") return true;
  const { older } = answer.value as Output<"auditEvent.list">;
  return older !== null || keepsAllEvents(rows);
}

/** The oldest event that is kept; null where none is. */
export function firstKept({ events }: OrganizationRows): { revision: number; at: string } | null {
  const first = events.find(({ page }) => page.rows > 0);
  if (first === undefined) return null;
  const from = first.digest()?.from;
  return { revision: Number(first.page.first), at: from === undefined ? first.at(0).at : new Date(from).toISOString() };
}

/** Since when all events are kept; null where none is missing. Of a quiet organization it may be that none is kept. */
export function windowBegin(rows: OrganizationRows): string | null {
  if (keepsAllEvents(rows)) return null;
  const { facts, window } = rows;
  const length = window.mostEvents === 0 ? 0 : window.days * day;
  return firstKept(rows)?.at ?? new Date(Date.parse(facts.at) - length).toISOString();
}

const keepsAllEvents = ({ events, facts }: OrganizationRows): boolean =>
  facts.revision === 0 || Number(events[0]?.page.first ?? Number.NaN) === 1;
