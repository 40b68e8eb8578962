import type { MemberFacts } from "#domain/policy/decision.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import { memberById, type MemberRow } from "../storage/queries/members.ts";

/** What a decision must know of a stored member. */
export const factsOf = ({ id, role, status }: MemberRow): MemberFacts => ({ memberId: id, role, status });

/** A member as an audit event names them. */
export const targetOf = ({ id, name }: MemberRow) => ({ type: "member", id, name }) as const;

/** The member an act is about, as they are under the organization's lock. */
export async function target({ db, organization }: OrganizationContext, memberId: string): Promise<MemberRow> {
  return found(await memberById(db, organization.id, memberId), "member");
}
