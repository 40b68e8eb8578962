import type { ChangePreview } from "#contract/entities/change.ts";
import { sha256 } from "../dispatch/audit.ts";

type Effects = Omit<ChangePreview, "basis" | "revision">;

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

/**
 * A digest of what a change does. Left out is what moves without touching what somebody agreed to: names, who was seen
 * when, where people are signed in, and counts that others change; of seats only what the change itself takes counts.
 */
export function basisOf(effects: Effects): string {
  const { verdict, transitions, people, peopleTotal, workspaces, seats, administrators, invitations, events } = effects;
  const persons = people.map((one) => [
    one.memberId,
    [one.before, one.after, one.gained, one.lost],
    [idsOf(one.workspacesGained), idsOf(one.workspacesLost), one.workspacesGainedTotal, one.workspacesLostTotal],
  ]);
  return sha256(
    JSON.stringify([
      verdict.allowed ? "" : verdict.fault.kind,
      transitions.map((one) => JSON.stringify(one)).sort(),
      persons.map((one) => JSON.stringify(one)).sort(),
      peopleTotal,
      workspaces.map(({ id, from, to }) => [id, from, to]),
      [seats.after.used - seats.before.used, seats.after.pending - seats.before.pending],
      [administrators.before, administrators.afterTotal],
      [invitations.ended, invitations.changed],
      events,
    ]),
  );
}
