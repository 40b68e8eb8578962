import type { Answer } from "#contract/answer.ts";
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

/** When the first event happened that is kept; null where all of them are, as far as there are any. */
export function windowBegin(rows: OrganizationRows): string | null {
  const [first] = rows.events;
  if (keepsAllEvents(rows) || first === undefined) return null;
  const from = first.digest()?.from;
  if (from !== undefined) return new Date(from).toISOString();
  return first.page.rows === 0 ? null : first.at(0).at;
}

const keepsAllEvents = ({ events, facts }: OrganizationRows): boolean =>
  facts.revision === 0 || Number(events[0]?.page.first ?? Number.NaN) === 1;
