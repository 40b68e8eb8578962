import type { SharedOrganization } from "#contract/entities/member.ts";
import { decodeCursor } from "#domain/cursor.ts";
import { decide } from "#domain/policy/decide.ts";
import { hasPermission, isOwnerClass } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import type { Db } from "../storage/database.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import { countMembers, memberPage, type MemberPlace } from "../storage/queries/member-pages.ts";
import { detailsOf } from "../storage/queries/member-details.ts";
import { memberById, memberOf } from "../storage/queries/members.ts";
import { sharedOrganizations } from "../storage/queries/shared-organizations.ts";
import { accessView } from "../workspaces/access.ts";
import { cleaned } from "./invalid.ts";
import { factsOf } from "./member-target.ts";
import { foreignCursor, idAt, pageOf, scopeOf } from "./places.ts";

function placeAt(scope: string, cursor: string): MemberPlace {
  const seen = decodeCursor(scope, cursor)?.[1];
  return Number.isSafeInteger(seen) ? { id: idAt(scope, cursor), seen: Number(seen) } : foreignCursor();
}

/** Where somebody may not see who the members are, they do not learn it of one person from elsewhere either. */
async function seenTogether(system: Db, askingAccountId: string, accountId: string): Promise<SharedOrganization[]> {
  const rows = await sharedOrganizations(system, askingAccountId, accountId);
  return rows.flatMap((row) => {
    const policy = storedPolicy(row);
    const { id, name, preset, role } = row;
    const ownerClass = isOwnerClass(policy, role);
    const roleName = nameOfRole(policy, role);
    return hasPermission(policy, row.my_role, "member.view") ? [{ id, name, preset, role, roleName, ownerClass }] : [];
  });
}

export const memberHandlers = {
  "member.list": async ({ db, organization, policy }, input) => {
    const { status, ends, limit, cursor, sort, direction } = input;
    const role = input.role?.filter((key) => policy.roles.has(key));
    const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
    const scope = scopeOf("members", [organization.id, search, role, status, ends, sort, direction]);
    const after = cursor === undefined ? null : placeAt(scope, cursor);
    const [page, total] = await Promise.all([
      memberPage(db, organization.id, { search, role, status, ends }, input, { after, limit: limit + 1 }),
      status === "active" ? organization.activeMembers : countMembers(db, organization.id, status),
    ]);
    const { items, next } = pageOf(scope, page.items, limit, ({ id, seen }) => [id, seen]);
    return { items, next, total, matching: after === null ? (page.matching ?? total) : null };
  },
  "member.get": async (context, { memberId }) => {
    const { db, services, account, organization } = context;
    const row = found(await memberById(db, organization.id, memberId), "member");
    const [shared, workspaceAccess, { contact, notes, muted }] = await Promise.all([
      seenTogether(services.pools.system, account.id, row.account_id),
      accessView(context, { kind: "member", id: row.id }, row.role),
      detailsOf(db, organization.id, row.id),
    ]);
    const reads = decide(context.policy, context.me, { kind: "keepNotes", target: factsOf(row) }, organization).allowed;
    return {
      member: memberOf(row),
      shared,
      workspaceAccess,
      contact,
      notes: reads ? notes : null,
      notifications: row.id === context.me.memberId ? { muted: [...muted] } : null,
    };
  },
} satisfies Partial<Handlers>;
