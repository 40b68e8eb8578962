import { genesisHash, type SealedEvent } from "#domain/audit/chain.ts";
import type { SampleOrganization } from "#server/sample/agency.ts";
import { accountColumns, eventColumns, memberColumns, organizationColumns } from "#server/sample/columns.ts";
import { digestOf, newToken } from "#server/dispatch/token.ts";
import { insertBulk, withoutIndexes, type BulkClient } from "#server/storage/bulk.ts";
import { newId } from "#server/storage/ids.ts";

import { inventHistory } from "./history.ts";
import { copyOrganization } from "./agency.ts";
import { beginning, inventAsker, inventOrganization } from "./organizations.ts";

/** What a filled database holds. The asker owns all of it. */
export interface Filled {
  readonly token: string;
  readonly small: SampleOrganization;
  readonly large: SampleOrganization;
  /** Where invitations are sent, so that not all of them wait for one organization's lock. */
  readonly inviting: readonly SampleOrganization[];
  readonly audited: SampleOrganization;
  readonly events: number;
}

/** How many organizations of 1,000 members there are. */
const agency = 200;

/**
 * Fills an empty, migrated database: teams of 1,000, 200 of them, and of 100,000, an audit log of `events`, and places
 * to invite to.
 */
export async function fill(client: BulkClient, events: number, say: (text: string) => void): Promise<Filled> {
  const asker = inventAsker();
  const named = (slug: string, size: number) => inventOrganization(slug, size, asker);
  const small = named("team-of-1000", 1000);
  const large = named("team-of-100000", 100_000);
  const audited = named("audited", 400);
  const inviting = Array.from({ length: 16 }, (_, index) => named(`inviting-${index + 1}`, 20 + index));
  const organizations = [small, large, audited, ...inviting];
  const others = organizations.flatMap(({ members }) => members.slice(1).map(({ person }) => person));
  say(`writing ${others.length + 1} people`);
  await client.query("begin");
  await insertBulk(
    client,
    "accounts",
    accountColumns(() => ""),
    [asker, ...others],
  );
  await client.query("commit");
  say(`writing ${events} audit events`);
  let last: SealedEvent | null = null;
  await withoutIndexes(client, "audit_events", async () => {
    last = await writeHistory(client, audited, events);
  });
  say(`writing ${organizations.length} organizations and ${agency - 1} more of ${small.members.length} members`);
  await withoutIndexes(client, "members", async () => {
    for (const organization of organizations) {
      await writeOrganization(client, organization, organization === audited ? last : null);
    }
    await copyOrganization(client, small, agency - 1);
  });
  const token = await signIn(client, asker.id);
  await client.query("vacuum analyze");
  return { token, small, large, inviting, audited, events };
}

async function writeHistory(client: BulkClient, of: SampleOrganization, events: number): Promise<SealedEvent> {
  const history = inventHistory(of, events);
  let step = history.next();
  while (step.done !== true) {
    await insertBulk(client, "audit_events", eventColumns, step.value);
    step = history.next();
  }
  return step.value;
}

export async function writeOrganization(
  client: BulkClient,
  organization: SampleOrganization,
  last: SealedEvent | null,
) {
  const state = {
    organization,
    revision: last?.revision ?? 0,
    head: last?.hash ?? genesisHash,
    lastActivityAt: last === null ? beginning : new Date(last.at),
    personalOf: null,
  };
  await client.query("begin");
  await insertBulk(client, "organizations", organizationColumns, [state]);
  await insertBulk(client, "members", memberColumns(organization), organization.members);
  await client.query("commit");
}

/** A session written straight into the database: signing in is not what is measured. */
export async function signIn(client: BulkClient, accountId: string): Promise<string> {
  const token = newToken();
  const session = newId();
  const ends = new Date(Date.now() + 86_400_000);
  await client.query("insert into sessions (id, account_id, expires_at) values ($1, $2, $3)", [
    session,
    accountId,
    ends,
  ]);
  await client.query(
    "insert into session_tokens (digest, session_id, kind, expires_at) values ($1, $2, 'access', $3)",
    [digestOf(token), session, ends],
  );
  return token;
}
