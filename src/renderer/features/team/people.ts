import type { Invitation } from "#contract/entities/invitation.ts";
import type { Member } from "#contract/entities/member.ts";
import { paths } from "#renderer/app/organizations/paths.ts";

export interface MemberRow {
  readonly kind: "member";
  readonly member: Member;
}

export interface InvitationRow {
  readonly kind: "invitation";
  readonly invitation: Invitation;
}

/** One line of the team: somebody who is in, or somebody who is invited. */
export type TeamRow = MemberRow | InvitationRow;

/** The line of each that was read: who is read again unchanged keeps it, and is not drawn anew. */
const lines = new WeakMap<Member | Invitation, TeamRow>();

function lineOf<Row extends TeamRow>(of: Member | Invitation, row: Row): Row {
  lines.set(of, row);
  return row;
}

export function memberRow(member: Member): MemberRow {
  const known = lines.get(member);
  return known?.kind === "member" ? known : lineOf(member, { kind: "member", member });
}

export function invitationRow(invitation: Invitation): InvitationRow {
  const known = lines.get(invitation);
  return known?.kind === "invitation" ? known : lineOf(invitation, { kind: "invitation", invitation });
}

export const isMember = (row: TeamRow): row is MemberRow => row.kind === "member";
export const isInvitation = (row: TeamRow): row is InvitationRow => row.kind === "invitation";

export const rowId = (row: TeamRow): string => (row.kind === "member" ? row.member.id : row.invitation.id);

/** What a row is called: the person's name, or the address while nobody has answered. */
export const rowLabel = (row: TeamRow): string => (row.kind === "member" ? row.member.name : row.invitation.email);

export const roleOfRow = (row: TeamRow): string => (row.kind === "member" ? row.member.role : row.invitation.role);

/** The address of a row's drawer. */
export function rowPath(organizationId: string, row: TeamRow): string {
  if (row.kind === "member") return paths.member(organizationId, row.member.id);
  return `${paths.section(organizationId, "team")}/invitation/${row.invitation.id}`;
}
