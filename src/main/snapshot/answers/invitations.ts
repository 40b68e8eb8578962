import { answered } from "#contract/answer.ts";
import type { Invitation } from "#contract/entities/invitation.ts";
import { hasEnded } from "#domain/accessEnd.ts";
import type { SnapshotInvitation } from "#contract/entities/snapshot.ts";
import { accessView } from "./access.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { foreignCursor, notFound, refusalOf, searchOf } from "./faults.ts";
import { pageOf, placeAt, scopeOf } from "./places.ts";

/**
 * Pending ones past their time count as expired; an acceptance that waits for a seat came in time, and expires with the
 * access.
 */
function statusAt(
  { status, waitingForSeat, expiresAt, accessUntil }: Omit<SnapshotInvitation, "access">,
  now: Date,
): Invitation["status"] {
  const end = waitingForSeat ? accessUntil : expiresAt;
  return status === "pending" && hasEnded(instantOf(end), now.getTime()) ? "expired" : status;
}

function invitationOf(
  { facts }: OrganizationRows,
  { access: _access, ...invitation }: SnapshotInvitation,
  now: Date,
): Invitation {
  const status = statusAt(invitation, now);
  const sender = facts.senders.find(({ accountId }) => accountId === invitation.invitedBy.accountId);
  const until = sender?.until ?? null;
  const backed = sender?.roles.includes(invitation.role) === true && !hasEnded(instantOf(until), now.getTime());
  return { ...invitation, status, inviterMayNot: status === "pending" && !backed };
}

const instantOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));

const listInvitations: OrganizationAnswer<"invitation.list"> = (rows, input, { now }) => {
  const refused = refusalOf(rows, "member.invite");
  if (refused !== null) return refused;
  const { status, limit } = input;
  const search = searchOf(input.search);
  if ("fault" in search) return search.fault;
  const scope = scopeOf("invitations", [rows.facts.organization.id, status, search.text]);
  const place = placeAt(scope, input.cursor);
  if (place === undefined) return foreignCursor();
  const invitations = rows.invitations();
  const holds = search.text === "" ? null : invitations.holding(search.text);
  const keep = (invitation: SnapshotInvitation, index: number) =>
    (status.length === 0 || status.includes(statusAt(invitation, now))) && (holds?.(index) ?? true);
  const order = ["createdAt", "id"] as const;
  const last = place === null ? undefined : invitations.byId(place.id);
  const after = place === null ? null : last && invitations.keysOf(last, order);
  const found =
    after === undefined ? [] : invitations.page({ order, direction: "descending", after, limit: limit + 1, keep });
  const { items, next } = pageOf(scope, found, limit);
  return answered({
    items: items.map((invitation) => invitationOf(rows, invitation, now)),
    next,
    total: invitations.rows.length,
    matching: place === null ? invitations.count(keep) : null,
  });
};

const getInvitation: OrganizationAnswer<"invitation.get"> = (rows, { invitationId }, { now }) => {
  const refused = refusalOf(rows, "member.invite");
  if (refused !== null) return refused;
  const invitation = rows.invitations().byId(invitationId);
  if (invitation === undefined) return notFound("invitation");
  const workspaceAccess = accessView(rows, invitation.access, invitation.role);
  return answered({ ...invitationOf(rows, invitation, now), workspaceAccess });
};

export const invitationAnswers = { "invitation.list": listInvitations, "invitation.get": getInvitation };
