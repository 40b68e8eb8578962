import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import type { Fault } from "#contract/fault.ts";

type Why = Extract<InvitationOutcome, { result: "skipped" }>["why"];
const reasons: readonly string[] = ["alreadyMember", "alreadyInvited", "repeated", "invalid"] satisfies Why[];
const isWhy = (code: string): code is Why => reasons.includes(code);

/** The server refuses a list of which nobody can be invited, with one issue per address; null for any other fault. */
export function outcomesOfRefusal(fault: Fault, emails: readonly string[]): readonly InvitationOutcome[] | null {
  if (fault.kind !== "invalid") return null;
  const outcomes = fault.issues.flatMap(({ path, code }): InvitationOutcome[] => {
    const email = emails[Number(/^emails\.(\d+)$/.exec(path)?.[1] ?? -1)];
    return email !== undefined && isWhy(code) ? [{ result: "skipped", email, why: code }] : [];
  });
  return outcomes.length > 0 ? outcomes : null;
}
