import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { countInvitations, invitationPage } from "../storage/queries/invitation-pages.ts";
import { invitationById, invitationOf } from "../storage/queries/invitations.ts";
import { accessView } from "../workspaces/access.ts";
import { cleaned } from "./invalid.ts";
import { idAt, pageOf, scopeOf } from "./places.ts";

export const invitationListHandlers = {
  "invitation.list": async ({ db, organization, caller }, input) => {
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
    return { items: items.map((row) => invitationOf(row, caller.now)), next, ...counts };
  },
  "invitation.get": async (context, { invitationId }) => {
    const { db, organization, caller } = context;
    const row = found(await invitationById(db, organization.id, invitationId), "invitation");
    const workspaceAccess = await accessView(context, { kind: "invitation", id: row.id }, row.role);
    return { ...invitationOf(row, caller.now), workspaceAccess };
  },
} satisfies Partial<Handlers>;
