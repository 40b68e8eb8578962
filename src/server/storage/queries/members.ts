import type { Member } from "#contract/entities/member.ts";
import type { MemberFacts } from "#domain/policy/decision.ts";
import type { Updateable } from "kysely";
import { statusNow } from "../access-now.ts";
import { builtOnce } from "../built-once.ts";
import type { Db } from "../database.ts";
import { newId } from "../ids.ts";
import type { MembersTable } from "../tables/organization.ts";
import { anyIdOf, anyOf } from "./any-of.ts";

export const memberColumns = [
  "id",
  "organization_id",
  "account_id",
  "name",
  "email",
  "role",
  "owner_class",
  "status",
  "joined_at",
  "last_seen_at",
  "removed_at",
  "left_themselves",
  "former_role",
  "access_until",
  "two_factor",
] as const;

const selectRow = (db: Db) => db.selectFrom("members").select(memberColumns);
export type MemberRow = Awaited<ReturnType<ReturnType<typeof selectRow>["executeTakeFirstOrThrow"]>>;

export function memberOf(row: MemberRow): Member {
  return {
    id: row.id,
    organizationId: row.organization_id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    status: row.status,
    joinedAt: row.joined_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
    left: row.left_themselves,
    accessUntil: row.access_until?.toISOString() ?? null,
    twoFactor: row.two_factor,
  };
}

const byId = builtOnce<{ organizationId: string; id: string }, MemberRow>((db, slot) =>
  selectRow(db).where("organization_id", "=", slot("organizationId")).where("id", "=", slot("id")),
);

export async function memberById(db: Db, organizationId: string, id: string): Promise<MemberRow | undefined> {
  return (await byId(db, { organizationId, id }))[0];
}

export async function memberOfAccount(
  db: Db,
  organizationId: string,
  accountId: string,
): Promise<MemberRow | undefined> {
  return selectRow(db)
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

/** How these people stand in an organization at this moment, by account; without whoever never was its member. */
export async function standingsOf(
  db: Db,
  organizationId: string,
  accountIds: readonly string[],
): Promise<Map<string, MemberFacts>> {
  const rows = await db
    .selectFrom("members as m")
    .select(["m.id as memberId", "m.account_id", "m.role", statusNow("m").as("status")])
    .where("m.organization_id", "=", organizationId)
    .where("m.account_id", "=", anyIdOf(accountIds))
    .execute();
  return new Map(rows.map(({ account_id, ...facts }) => [account_id, facts]));
}

/** The membership of the person who has this folded address. */
export async function memberByAddress(
  db: Db,
  organizationId: string,
  emailFolded: string,
): Promise<MemberRow | undefined> {
  return selectRow(db)
    .where("organization_id", "=", organizationId)
    .where("account_id", "in", (eb) =>
      eb.selectFrom("accounts").select("accounts.id").where("email_folded", "=", emailFolded),
    )
    .executeTakeFirst();
}

/** Changes a membership and answers it as it is then. */
export async function updateMember(
  db: Db,
  organizationId: string,
  id: string,
  set: Updateable<MembersTable>,
): Promise<MemberRow> {
  return db
    .updateTable("members")
    .set(set)
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .returning(memberColumns)
    .executeTakeFirstOrThrow();
}

export interface Joining {
  readonly organizationId: string;
  readonly accountId: string;
  readonly role: string;
  readonly ownerClass: boolean;
  readonly invitedBy: string;
  /** When access ends by itself, or null. */
  readonly accessUntil: Date | null;
  readonly at: Date;
}

/** Makes a person a member; a former membership is taken up again. Undefined when they are one already. */
export async function joinMember(db: Db, joining: Joining): Promise<MemberRow | undefined> {
  const place = {
    role: joining.role,
    owner_class: joining.ownerClass,
    joined_at: joining.at,
    invited_by: joining.invitedBy,
    access_until: joining.accessUntil,
  };
  return db
    .insertInto("members")
    .values({ organization_id: joining.organizationId, id: newId(), account_id: joining.accountId, ...place })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "account_id"])
        .doUpdateSet({ ...place, status: "active", removed_at: null, left_themselves: false, former_role: null })
        .where("members.status", "=", "removed"),
    )
    .returning(memberColumns)
    .executeTakeFirst();
}

/** Which of these addresses belong to people who are members, deactivated ones included. */
export async function membersAmong(
  db: Db,
  organizationId: string,
  emailsFolded: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("team_members as m")
    .innerJoin("accounts as a", "a.id", "m.account_id")
    .select("a.email_folded")
    .where("m.organization_id", "=", organizationId)
    .where("m.status", "<>", "removed")
    .where("a.email_folded", "=", anyOf(emailsFolded))
    .execute();
  return new Set(rows.map((row) => row.email_folded));
}

/**
 * What a removed member was before: the event that ended the membership says so. Active where there is none, as for
 * rows from before the log.
 */
export async function statusBeforeRemoval(
  db: Db,
  organizationId: string,
  memberId: string,
): Promise<"active" | "deactivated"> {
  const event = await db
    .selectFrom("audit_events")
    .select("before")
    .where("organization_id", "=", organizationId)
    .where("target_id", "=", memberId)
    .where("action", "in", ["member.removed", "member.left"])
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  const before = event?.before;
  return before && "status" in before && before.status === "deactivated" ? "deactivated" : "active";
}
