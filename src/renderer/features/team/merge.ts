import type { Invitation } from "#contract/entities/invitation.ts";
import type { Member } from "#contract/entities/member.ts";
import { compareWords } from "#renderer/i18n/wordOrder.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";
import { invitationRow, memberRow, type TeamRow } from "./people.ts";

/** The part of a list that has been read. */
interface Part<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/**
 * Members and invitations in one order, of what has been read so far. Without an order the invitations come first; by
 * name or address each stands where it belongs; by anything else, which an invitation does not have yet, they come
 * last. A row is held back until no later page can put another one before it.
 */
export function inOrder(members: Part<Member>, invitations: Part<Invitation>, sort: Sort | null): readonly TeamRow[] {
  const joined = members.items.map(memberRow);
  const invited = invitations.items.map(invitationRow);
  if (sort === null) return invitations.hasMore ? invited : [...invited, ...joined];
  if (!isAlphabetical(sort)) return members.hasMore ? joined : [...joined, ...invited];
  return interleave(members, invitations, sort);
}

/** Whether invitations have what this order goes by. */
export const isAlphabetical = (sort: Sort): boolean => sort.column === "name" || sort.column === "email";

function interleave(members: Part<Member>, invitations: Part<Invitation>, sort: Sort): readonly TeamRow[] {
  const sign = sort.descending ? -1 : 1;
  const keyOf = (member: Member) => (sort.column === "email" ? member.email : member.name);
  const waiting = invitations.items.toSorted((a, b) => sign * compareWords(a.email, b.email));
  const rows: TeamRow[] = [];
  let next = 0;
  for (const member of members.items) {
    for (let invitation = waiting[next]; invitation !== undefined; invitation = waiting[next]) {
      if (sign * compareWords(invitation.email, keyOf(member)) > 0) break;
      rows.push(invitationRow(invitation));
      next += 1;
    }
    rows.push(memberRow(member));
  }
  return members.hasMore ? rows : [...rows, ...waiting.slice(next).map(invitationRow)];
}
