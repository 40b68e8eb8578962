import { found } from "../dispatch/fault-error.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { countInvitations, invitationPage } from "../storage/queries/invitation-pages.ts";
import { unbackedAmong } from "../invitations/backing.ts";
import { invitationById, invitationOf, type InvitationRow } from "../storage/queries/invitations.ts";
import { accessView } from "../workspaces/access.ts";
import { cleaned } from "./invalid.ts";
import { idAt, pageOf, scopeOf } from "./places.ts";

/** Invitations as the organization sees them: the few who stand for them are looked up at once. */
async function seen({ db, organization, caller }: OrganizationContext, rows: readonly InvitationRow[]) {
  const unbacked = new Set(await unbackedAmong(db, organization.id, organization, rows));
  return rows.map((row) => invitationOf(row, caller.now, !unbacked.has(row)));
}

export const invitationListHandlers = {
  "invitation.list": async (context, input) => {
    const { db, organization, caller } = context;
    const { status, limit, cursor } = input;
    const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
    const scope = scopeOf("invitations", [organization.id, status, search]);
    const afterId = cursor === undefined ? null : idAt(scope, cursor);
    const filter = { status, search, now: caller.now };
    const [rows, counts] = await Promise.all([
      invitationPage(db, organization.id, filter, { afterId, limit: limit + 1 }),
      countInvitations(db, organization.id, afterId === null ? filter : null),
    ]);
    const { items, next } = pageOf(scope, rows, limit);
    return { items: await seen(context, items), next, ...counts };
  },
  "invitation.get": async (context, { invitationId }) => {
    const { db, organization } = context;
    const row = found(await invitationById(db, organization.id, invitationId), "invitation");
    const [[invitation], workspaceAccess] = await Promise.all([
      seen(context, [row]),
      accessView(context, { kind: "invitation", id: row.id }, row.role),
    ]);
    return { ...found(invitation, "invitation"), workspaceAccess };
  },
} satisfies Partial<Handlers>;
