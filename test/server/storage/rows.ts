import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "#server/storage/database.ts";
import { newId } from "#server/storage/ids.ts";

/** Inserts an account as a sign-up would leave it. */
export async function insertAccount(db: Kysely<Database>, email: string, name = "Dana Reyes"): Promise<string> {
  const id = newId();
  const row = {
    id,
    email,
    email_folded: email.toLowerCase(),
    name,
    password_digest: "x",
    email_verified_at: new Date(),
  };
  await db.insertInto("accounts").values(row).execute();
  return id;
}

export interface InsertedOrganization {
  readonly id: string;
  readonly ownerMemberId: string;
}

/** Inserts an organization with its owner in one transaction. */
export async function insertOrganization(
  db: Kysely<Database>,
  ownerId: string,
  extra: { readonly seats_limit?: number; readonly name?: string } = {},
): Promise<InsertedOrganization> {
  const id = newId();
  const ownerMemberId = newId();
  await db.transaction().execute(async (at) => {
    await at
      .insertInto("organizations")
      .values({ id, slug: `organization-${id}`, name: "Northwind", preset: "agency", ...extra })
      .execute();
    await at
      .insertInto("members")
      .values({ organization_id: id, id: ownerMemberId, account_id: ownerId, role: "owner", owner_class: true })
      .execute();
  });
  return { id, ownerMemberId };
}

export async function insertMember(db: Kysely<Database>, organizationId: string, accountId: string): Promise<string> {
  const id = newId();
  await db
    .insertInto("members")
    .values({ organization_id: organizationId, id, account_id: accountId, role: "member" })
    .execute();
  return id;
}

/** Inserts an invitation that an owner sent. */
export async function insertInvitation(db: Kysely<Database>, organizationId: string, email: string): Promise<string> {
  const id = newId();
  const owner = db
    .selectFrom("members")
    .select("account_id")
    .where("organization_id", "=", organizationId)
    .where("owner_class", "=", true)
    .limit(1);
  const invitation = {
    organization_id: organizationId,
    id,
    email,
    email_folded: email.toLowerCase(),
    role: "member",
    token_digest: digest(id),
    invited_by_account_id: owner.$asScalar().$notNull(),
    invited_by_name: "Dana Reyes",
    expires_at: new Date(Date.now() + 7 * 86_400_000),
  };
  await db.insertInto("invitations").values(invitation).execute();
  return id;
}

/** Inserts a workspace that a member and an invitation have as their choice. */
export async function insertWorkspace(
  db: Kysely<Database>,
  organizationId: string,
  { memberId, invitationId }: { readonly memberId: string; readonly invitationId: string },
): Promise<string> {
  const id = newId();
  const of = { organization_id: organizationId, workspace_id: id };
  const workspace = { organization_id: organizationId, id, slug: `w-${id}`, name: "Acme", revision: 1 };
  await db.insertInto("workspaces").values(workspace).execute();
  await db
    .insertInto("member_workspaces")
    .values({ ...of, member_id: memberId })
    .execute();
  await db
    .insertInto("invitation_workspaces")
    .values({ ...of, invitation_id: invitationId })
    .execute();
  return id;
}

export async function insertEvent(
  db: Kysely<Database>,
  organizationId: string,
  revision: number,
  at = new Date(),
): Promise<void> {
  const event = {
    organization_id: organizationId,
    revision,
    id: newId(),
    at,
    actor_name: "Dana Reyes",
    action: "member.roleChanged",
    target_type: "member",
    target_id: newId(),
    target_name: "Émile Ōta",
    previous_hash: "",
    hash: "h",
  };
  await db.insertInto("audit_events").values(event).execute();
}

export function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Inserts a live session with one access token, whose digest is that of `secret`. */
export async function insertSession(db: Kysely<Database>, accountId: string, secret: string): Promise<string> {
  const id = newId();
  const expires_at = new Date(Date.now() + 3_600_000);
  await db.insertInto("sessions").values({ id, account_id: accountId, expires_at }).execute();
  const token = { digest: digest(secret), session_id: id, kind: "access" as const, expires_at };
  await db.insertInto("session_tokens").values(token).execute();
  return id;
}
