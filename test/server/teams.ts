import type { CustomRole } from "#domain/policy/customRole.ts";
import { byRank, isCustom, isOwnerClass, policyOf, type Policy } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { digestOf, newToken } from "#server/dispatch/token.ts";
import { newId } from "#server/storage/ids.ts";
import { lockOrganization } from "#server/storage/queries/audit-writes.ts";
import type { Person, TestServer } from "#test/support/server.ts";

export interface Seat {
  readonly person: Person;
  readonly role: string;
  readonly status?: "active" | "deactivated" | "removed";
}

export interface FurnishedTeam {
  readonly organizationId: string;
  readonly policy: Policy;
  /** Member ids in the order of the seats. */
  readonly memberIds: readonly string[];
}

export const day = 86_400_000;

/** Writes an organization with these members straight into the database, under a preset, without audit events. */
export async function furnishTeam(
  { services }: TestServer,
  preset: PresetKey,
  members: readonly Seat[],
  seatsLimit: number | null = null,
  customRoles: readonly CustomRole[] = [],
): Promise<FurnishedTeam> {
  const policy = policyOf(preset, { customRoles });
  const organizationId = newId();
  const memberIds = members.map(() => newId());
  await services.pools.system.transaction().execute(async (db) => {
    await db
      .insertInto("organizations")
      .values({
        id: organizationId,
        slug: `team-${organizationId}`,
        name: "Northwind",
        preset,
        seats_limit: seatsLimit,
        custom_roles: JSON.stringify(customRoles),
      })
      .execute();
    await db
      .insertInto("members")
      .values(
        members.map(({ person, role, status = "active" }, index) => ({
          organization_id: organizationId,
          id: memberIds[index] ?? newId(),
          account_id: person.accountId,
          role,
          owner_class: isOwnerClass(policy, role),
          status,
          removed_at: status === "removed" ? new Date() : null,
          former_role: status === "removed" ? role : null,
        })),
      )
      .execute();
  });
  return { organizationId, policy, memberIds };
}

/** Everybody of an organization was here a moment ago: they can surely sign in. */
export async function seenNow({ services }: TestServer, organizationId: string): Promise<void> {
  // Behind the organization's lock, as its commands change several members at once.
  await services.pools.system.transaction().execute(async (db) => {
    await lockOrganization(db, organizationId);
    const members = db.updateTable("members").set({ last_seen_at: new Date() });
    await members.where("organization_id", "=", organizationId).execute();
  });
}

export interface FurnishedInvitation {
  readonly id: string;
  readonly token: string;
}

/** Writes an owner's invitation straight into the database; its token is known, as it is to whoever reads the mail. */
export async function furnishInvitation(
  { services }: TestServer,
  organizationId: string,
  invitation: {
    readonly email: string;
    readonly role: string;
    readonly status?: "pending" | "accepted" | "declined" | "revoked" | "expired";
    readonly expiresAt?: Date;
    /** An owner, unless said otherwise. */
    readonly by?: Person;
  },
): Promise<FurnishedInvitation> {
  const id = newId();
  const token = newToken();
  const { system } = services.pools;
  const owner = await system
    .selectFrom("members")
    .select(["account_id as accountId", "name"])
    .where("organization_id", "=", organizationId)
    .where("owner_class", "=", true)
    .where("status", "=", "active")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const by = invitation.by ?? owner;
  await system
    .insertInto("invitations")
    .values({
      organization_id: organizationId,
      id,
      email: invitation.email,
      email_folded: invitation.email.toLowerCase(),
      role: invitation.role,
      status: invitation.status ?? "pending",
      token_digest: digestOf(token),
      invited_by_account_id: by.accountId,
      invited_by_name: by.name,
      expires_at: invitation.expiresAt ?? new Date(Date.now() + 7 * day),
    })
    .execute();
  return { id, token };
}

/** The preset's lowest role, whatever custom ones rank below it. */
export const lowestRole = (policy: Policy): string => byRank(policy).findLast((role) => !isCustom(policy, role)) ?? "";

/** A custom role below all roles of a preset, unless said otherwise. */
export const aCustomRole = (change: Partial<CustomRole> = {}): CustomRole => ({
  key: newId(),
  name: "Observer",
  description: "",
  rank: 5,
  permissions: ["organization.view"],
  ...change,
});

/** The audit log after a revision: actions in order. */
export async function actionsAfter(server: TestServer, organizationId: string, revision: number): Promise<string[]> {
  const rows = await server.services.pools.system
    .selectFrom("audit_events")
    .select("action")
    .where("organization_id", "=", organizationId)
    .where("revision", ">", revision)
    .orderBy("revision")
    .execute();
  return rows.map(({ action }) => action);
}

export async function standing(server: TestServer, organizationId: string) {
  return server.services.pools.system
    .selectFrom("organizations")
    .select(["owners", "active_members", "pending_invitations", "seats_limit", "revision"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
}

/** The token of the last invitation mailed to an address, as it waits in the outbox. */
export async function mailedToken(server: TestServer, email: string): Promise<string> {
  const jobs = await server.services.pools.system.selectFrom("outbox").select("payload").orderBy("id").execute();
  const tokens = jobs.flatMap(({ payload }) =>
    "to" in payload && payload.to === email && "token" in payload ? [String(payload.token)] : [],
  );
  return tokens.at(-1) ?? "";
}
