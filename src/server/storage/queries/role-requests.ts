import type { RoleRequest } from "#contract/entities/approval.ts";
import { requestEnd, type RequestAct } from "#domain/approvals.ts";
import type { OrganizationFacts } from "#domain/policy/decision.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { sql, type Insertable, type RawBuilder, type Updateable } from "kysely";
import { hasAccess, statusNow } from "../access-now.ts";
import { builtOnce } from "../built-once.ts";
import type { Db } from "../database.ts";
import type { RoleRequestsTable } from "../tables/approval.ts";
import { customRolesText } from "../custom-roles.ts";

/** More than any organization has open at once. */
const shownAtMost = 500;

/** Requests with both people as they are now. */
const selectRequests = (db: Db) =>
  db
    .selectFrom("role_requests as q")
    .innerJoin("members as t", (join) =>
      join.onRef("t.organization_id", "=", "q.organization_id").onRef("t.id", "=", "q.member_id"),
    )
    .innerJoin("members as r", (join) =>
      join.onRef("r.organization_id", "=", "q.organization_id").onRef("r.id", "=", "q.requester_id"),
    )
    .select(["q.organization_id", "q.id", "q.member_id", "q.requester_id", "q.from_role", "q.to_role", "q.reason"])
    .select(["q.status", "q.created_at", "q.expires_at"])
    .select(["t.name as member_name", "t.role as member_role", statusNow("t").as("member_status")])
    .select(sql<boolean>`t.access_until is not null`.as("member_ends"))
    .select(["r.name as requester_name", "r.email as requester_email"])
    .select(["r.role as requester_role", statusNow("r").as("requester_status")]);

export type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>["executeTakeFirstOrThrow"]>>;

export const requestOf = (row: RequestRow): RoleRequest => ({
  id: row.id,
  organizationId: row.organization_id,
  member: { memberId: row.member_id, name: row.member_name },
  requester: { memberId: row.requester_id, name: row.requester_name },
  fromRole: row.from_role,
  toRole: row.to_role,
  reason: row.reason,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

/** Why a pending request cannot be approved any more, or null when it can. */
export const endOf = (
  policy: Policy,
  row: RequestRow,
  organization: OrganizationFacts,
  now: Date,
): Extract<RequestAct, "expire" | "overtake"> | null =>
  requestEnd(
    policy,
    {
      requester: { memberId: row.requester_id, role: row.requester_role, status: row.requester_status },
      target: { memberId: row.member_id, role: row.member_role, status: row.member_status, ends: row.member_ends },
      from: row.from_role,
      to: row.to_role,
      expiresAt: row.expires_at.getTime(),
    },
    organization,
    now.getTime(),
  );

export async function requestById(db: Db, organizationId: string, id: string): Promise<RequestRow | undefined> {
  return selectRequests(db).where("q.organization_id", "=", organizationId).where("q.id", "=", id).executeTakeFirst();
}

const selectPending = (db: Db, organizationId: string | RawBuilder<string>) =>
  selectRequests(db).where("q.organization_id", "=", organizationId).where("q.status", "=", "pending");

/** What waits for an answer, newest first, whether or not it still can be approved. */
export async function pendingRequests(db: Db, organizationId: string): Promise<RequestRow[]> {
  return pending(db, { organizationId });
}

const pending = builtOnce<{ organizationId: string }, RequestRow>((db, slot) =>
  selectPending(db, slot("organizationId")).orderBy("q.created_at", "desc").limit(sql.lit(shownAtMost)),
);

/** The same about one person: asked for them or by them. */
export async function pendingAbout(db: Db, organizationId: string, memberId: string): Promise<RequestRow[]> {
  return about(db, { organizationId, memberId });
}

const about = builtOnce<{ organizationId: string; memberId: string }, RequestRow>((db, slot) =>
  selectPending(db, slot("organizationId")).where((where) =>
    where.or([where("q.member_id", "=", slot("memberId")), where("q.requester_id", "=", slot("memberId"))]),
  ),
);

export async function pendingForMember(
  db: Db,
  organizationId: string,
  memberId: string,
): Promise<RequestRow | undefined> {
  return selectPending(db, organizationId).where("q.member_id", "=", memberId).executeTakeFirst();
}

/** All pending ones of an organization that are past their time. */
export async function overdueRequests(db: Db, organizationId: string, now: Date): Promise<RequestRow[]> {
  return selectPending(db, organizationId).where("q.expires_at", "<=", now).orderBy("q.id").execute();
}

export async function insertRequest(db: Db, row: Insertable<RoleRequestsTable>): Promise<void> {
  await db.insertInto("role_requests").values(row).execute();
}

export async function updateRequest(
  db: Db,
  { organization_id, id }: Pick<RequestRow, "organization_id" | "id">,
  set: Updateable<RoleRequestsTable>,
): Promise<void> {
  await db
    .updateTable("role_requests")
    .set(set)
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .execute();
}

/** Active holders of these roles: who can be asked. */
export async function activeHolders(db: Db, organizationId: string, roles: readonly string[]) {
  if (roles.length === 0) return [];
  return db
    .selectFrom("members")
    .select(["id", "account_id", "name", "email"])
    .where("organization_id", "=", organizationId)
    .where(hasAccess("members"))
    .where("role", "in", roles)
    .orderBy("id")
    .execute();
}

/** Pending requests in all organizations in which a person is of the owner class. Needs the owner's rights. */
export async function requestsForOwner(system: Db, accountId: string) {
  return selectRequests(system)
    .innerJoin("members as m", "m.organization_id", "q.organization_id")
    .innerJoin("organizations as o", "o.id", "q.organization_id")
    .select(["m.id as my_id", "m.role as my_role"])
    .select(["o.name as organization_name", "o.preset", "o.switches", "o.lasting_owners"])
    .select(customRolesText)
    .where("m.account_id", "=", accountId)
    .where(hasAccess("m"))
    .where("m.owner_class", "=", true)
    .where("o.status", "=", "active")
    .where("q.status", "=", "pending")
    .orderBy("q.created_at", "desc")
    .limit(shownAtMost)
    .execute();
}

/** Organizations with a request whose time has passed. */
export async function organizationsWithOverdueRequest(system: Db, now: Date): Promise<string[]> {
  const rows = await system
    .selectFrom("role_requests")
    .select("organization_id")
    .distinct()
    .where("status", "=", "pending")
    .where("expires_at", "<=", now)
    .execute();
  return rows.map((row) => row.organization_id);
}
