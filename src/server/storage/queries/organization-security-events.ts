import { SecurityKind } from "#contract/audit.ts";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import { sql } from "kysely";
import { z } from "zod";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import { anyOf } from "./any-of.ts";

const Detail = z.record(z.string(), z.json());

/** What owners see of their members' sign-ins; passwords and profiles stay the person's own business. */
const signIns: readonly SecurityKind[] = [
  "session.signedIn",
  "session.signInFailed",
  "session.signedOut",
  "session.revoked",
  "session.revokedAll",
  "session.tokenReused",
];

/** Refused commands of an organization, and sign-ins of its active members since they joined, or had access again: no earlier ones. */
function ofOrganization(system: Db, organizationId: string) {
  return system.selectFrom("security_events as e").where((where) =>
    where.or([
      where("e.organization_id", "=", organizationId),
      where.and([
        where("e.organization_id", "is", null),
        where("e.kind", "=", anyOf(signIns)),
        where.exists(
          where
            .selectFrom("members as m")
            .select("m.id")
            .where("m.organization_id", "=", organizationId)
            .where(hasAccess("m"))
            .whereRef("m.account_id", "=", "e.account_id")
            .where(sql<boolean>`greatest(m.joined_at, m.returned_at) <= e.at`),
        ),
      ]),
    ]),
  );
}

/** One page, newest first, after `before` (an id). Needs the owner's rights: sign-ins name no organization. */
export async function organizationSecurityEvents(
  system: Db,
  organizationId: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<SecurityEvent[]> {
  let query = ofOrganization(system, organizationId)
    .leftJoin("accounts as a", "a.id", "e.account_id")
    .select(["e.id", "e.at", "e.kind", "e.organization_id", "e.address", "e.user_agent", "e.detail"])
    .select("a.name as account_name")
    .orderBy("e.id", "desc")
    .limit(page.limit);
  if (page.before !== null) query = query.where("e.id", "<", page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: SecurityKind.parse(row.kind),
    accountName: row.account_name,
    organizationId: row.organization_id,
    address: row.address,
    userAgent: row.user_agent,
    detail: Detail.parse(row.detail),
  }));
}

export async function countOrganizationSecurityEvents(system: Db, organizationId: string): Promise<number> {
  const counted = ofOrganization(system, organizationId).select((select) => select.fn.countAll<number>().as("events"));
  return (await counted.executeTakeFirstOrThrow()).events;
}
