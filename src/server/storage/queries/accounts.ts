import type { Account } from "#contract/entities/account.ts";
import type { Updateable } from "kysely";
import type { AccountsTable, Db } from "../database.ts";
import { hasAccess } from "../access-now.ts";

const columns = [
  "id",
  "email",
  "email_folded",
  "name",
  "locale",
  "time_zone",
  "last_organization_id",
  "created_at",
] as const;

/** An account as its person sees it. */
export function accountOf(row: {
  id: string;
  email: string;
  name: string;
  locale: string;
  time_zone: string;
  last_organization_id: string | null;
  created_at: Date;
}): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    lastOrganizationId: row.last_organization_id,
    createdAt: row.created_at.toISOString(),
  };
}

export async function loadAccount(db: Db, accountId: string) {
  return db.selectFrom("accounts").select(columns).where("id", "=", accountId).executeTakeFirstOrThrow();
}

/** The account behind an address, with what a sign-in is checked against. */
export async function findAccount(db: Db, emailFolded: string) {
  return db
    .selectFrom("accounts")
    .select([...columns, "password_digest"])
    .where("email_folded", "=", emailFolded)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
}

/** What a sign-in is checked against, none of which can change until the transaction ends. */
export async function lockCredentials(db: Db, accountId: string) {
  return db
    .selectFrom("accounts")
    .select(["password_digest", "two_factor_since"])
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly email_folded: string;
  readonly name: string;
  readonly password_digest: string;
}

/** Creates a verified account; false when the address has one by now. */
export async function insertAccount(db: Db, account: NewAccount, at: Date): Promise<boolean> {
  const created = await db
    .insertInto("accounts")
    .values({ ...account, email_verified_at: at, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column("email_folded").doNothing())
    .returning("id")
    .executeTakeFirst();
  return created !== undefined;
}

export type AccountChange = Pick<
  Updateable<AccountsTable>,
  "name" | "locale" | "time_zone" | "last_organization_id" | "password_digest"
>;

export async function updateAccount(db: Db, accountId: string, change: AccountChange, at: Date) {
  return db
    .updateTable("accounts")
    .set({ ...change, updated_at: at })
    .where("id", "=", accountId)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Whether the person is an active member of the organization. */
export async function isActiveMember(db: Db, accountId: string, organizationId: string): Promise<boolean> {
  const member = await db
    .selectFrom("members as m")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .where(hasAccess("m"))
    .executeTakeFirst();
  return member !== undefined;
}
