import type { Input } from "#contract/operations.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { hash } from "node:crypto";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { countMembers, memberPage, type MemberPlace } from "../storage/queries/member-pages.ts";
import { memberById, memberOf } from "../storage/queries/members.ts";
import { sharedOrganizations } from "../storage/queries/shared-organizations.ts";
import { cleaned, foreignCursor } from "./invalid.ts";

/** A cursor belongs to one organization, sort and filter; under another it would skip or repeat people. */
function scopeOf({ organizationId, search, role, status, sort, direction }: Input<"member.list">): string {
  const asked = JSON.stringify([organizationId, search ?? "", role ?? null, status, sort, direction]);
  return `members:${hash("sha256", asked).slice(0, 16)}`;
}

function placeAt(scope: string, cursor: string): MemberPlace {
  const [id, seenKey] = decodeCursor(scope, cursor) ?? [];
  return typeof id === "string" && typeof seenKey === "string" ? { id, seenKey } : foreignCursor();
}

export const memberHandlers = {
  "member.list": async ({ db, organization }, input) => {
    const { status, role, limit, cursor } = input;
    const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
    const scope = scopeOf(input);
    const after = cursor === undefined ? null : placeAt(scope, cursor);
    const [rows, total] = await Promise.all([
      memberPage(db, organization.id, { search, role, status }, input, { after, limit: limit + 1 }),
      status === "active" ? organization.activeMembers : countMembers(db, organization.id, status),
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    const narrowed = search !== "" || role !== undefined;
    return {
      items: items.map(memberOf),
      next: more ? encodeCursor(scope, [last.id, last.seenKey]) : null,
      total,
      matching: after !== null ? null : narrowed ? (rows[0]?.matching ?? 0) : total,
    };
  },
  "member.get": async ({ db, services, account, organization }, { memberId }) => {
    const row = found(await memberById(db, organization.id, memberId), "member");
    const shared = await sharedOrganizations(services.pools.system, account.id, row.account_id);
    return { member: memberOf(row), shared };
  },
} satisfies Partial<Handlers>;
