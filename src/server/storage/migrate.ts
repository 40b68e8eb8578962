import { Kysely, PostgresDialect } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import pg from "pg";
import * as accounts from "./migrations/0001-accounts.ts";
import * as organizations from "./migrations/0002-organizations.ts";
import * as audit from "./migrations/0003-audit.ts";
import * as counters from "./migrations/0004-counters.ts";
import * as rowSecurity from "./migrations/0005-row-security.ts";
import * as authentication from "./migrations/0006-authentication.ts";
import * as signUps from "./migrations/0007-sign-ups.ts";
import * as lists from "./migrations/0008-lists.ts";
import * as profile from "./migrations/0009-profile.ts";
import * as nearestWall from "./migrations/0010-nearest-wall.ts";
import * as workspaces from "./migrations/0011-workspaces.ts";
import * as ownership from "./migrations/0012-ownership.ts";
import * as deletion from "./migrations/0013-deletion.ts";
import * as customRoles from "./migrations/0014-custom-roles.ts";
import * as roleRequests from "./migrations/0015-role-requests.ts";
import * as memberDetails from "./migrations/0016-member-details.ts";
import * as contact from "./migrations/0017-contact.ts";
import * as plans from "./migrations/0018-plans.ts";
import * as changedRows from "./migrations/0019-changed-rows.ts";
import * as lockouts from "./migrations/0021-lockouts.ts";
import * as twoFactor from "./migrations/0022-two-factor.ts";
import * as reviews from "./migrations/0024-reviews.ts";
import * as serverKeys from "./migrations/0025-server-keys.ts";
import * as decidedAgain from "./migrations/0028-decided-again.ts";
import * as nearestMembership from "./migrations/0029-nearest-membership.ts";
import * as sealedEvents from "./migrations/0030-sealed-events.ts";
import * as returned from "./migrations/0033-returned.ts";
import * as lastingOwner from "./migrations/0034-lasting-owner.ts";
import * as left from "./migrations/0035-left.ts";
import * as rotations from "./migrations/0036-rotations.ts";
import * as lastingOwners from "./migrations/0037-lasting-owners.ts";
import * as takeHits from "./migrations/0026-take-hits.ts";

const migrations: Record<string, Migration> = {
  "0001-accounts": accounts,
  "0002-organizations": organizations,
  "0003-audit": audit,
  "0004-counters": counters,
  "0005-row-security": rowSecurity,
  "0006-authentication": authentication,
  "0007-sign-ups": signUps,
  "0008-lists": lists,
  "0009-profile": profile,
  "0010-nearest-wall": nearestWall,
  "0011-workspaces": workspaces,
  "0012-ownership": ownership,
  "0013-deletion": deletion,
  "0014-custom-roles": customRoles,
  "0015-role-requests": roleRequests,
  "0016-member-details": memberDetails,
  "0017-contact": contact,
  "0018-plans": plans,
  "0019-changed-rows": changedRows,
  "0021-lockouts": lockouts,
  "0022-two-factor": twoFactor,
  "0024-reviews": reviews,
  "0025-server-keys": serverKeys,
  "0028-decided-again": decidedAgain,
  "0026-take-hits": takeHits,
  "0029-nearest-membership": nearestMembership,
  "0030-sealed-events": sealedEvents,
  "0033-returned": returned,
  "0034-lasting-owner": lastingOwner,
  "0035-left": left,
  "0036-rotations": rotations,
  "0037-lasting-owners": lastingOwners,
};

/**
 * Brings a database to the newest schema; safe when several servers start on it at once.
 * @throws the database's error; nothing of a failed run stays
 */
export async function migrate(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 2, connectionTimeoutMillis: 10_000 });
  // After a failed run the database may be stopped before its connections are closed.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}
