import { genesisHash } from "#domain/audit/chain.ts";
import { insertBulk, withoutIndexes, type BulkClient } from "../storage/bulk.ts";
import { inventAgency, type SampleAgency, type SampleOrganization } from "./agency.ts";
import {
  accountColumns,
  eventColumns,
  invitationColumns,
  memberColumns,
  organizationColumns,
  type TellableOrganization,
} from "./columns.ts";
import { necessaryEvents, tell } from "./history.ts";
import { detailsColumns, endColumns, inventDetails } from "./member-columns.ts";
import { inventInvitations } from "./invitations.ts";
import type { SampleOptions } from "./options.ts";
import { randomOf } from "./random.ts";
import { accessColumns, choiceColumns, choicesOf, workspaceColumns } from "./workspace-columns.ts";
import { inventAccess, inventWorkspaces } from "./workspaces.ts";

export interface Loaded {
  readonly organizations: number;
  readonly members: number;
  readonly events: number;
}

/** Above this, building the log's indexes once at the end is faster than keeping them up to date. */
const manyEvents = 100_000;

function storyOf(organization: SampleOrganization, index: number, { seed, until }: SampleOptions) {
  const random = randomOf(seed * 1_000_003 + index);
  const invitations = inventInvitations(random, organization, until);
  const workspaces = inventWorkspaces(randomOf(seed * 1_000_033 + index), organization, until);
  return { random, organization, until, invitations, workspaces };
}

/** How many events each organization tells: what its rows need, and of the rest a part by its size. */
function eventCounts(agency: SampleAgency, options: SampleOptions): number[] {
  const needed = agency.organizations.map((organization, index) =>
    necessaryEvents(storyOf(organization, index, options)),
  );
  const members = agency.organizations.reduce((sum, { members: { length } }) => sum + length, 0);
  const spare = Math.max(0, options.events - needed.reduce((a, b) => a + b, 0));
  const counts = agency.organizations.map(
    (organization, index) => (needed[index] ?? 0) + Math.floor((spare * organization.members.length) / members),
  );
  const missing = Math.max(0, options.events - counts.reduce((a, b) => a + b, 0));
  if (counts[0] !== undefined) counts[0] += missing;
  return counts;
}

/**
 * Fills an empty, migrated database with the agency in one transaction: interrupted, it leaves nothing behind.
 * `digest` is the manager's password digest; nobody else can be signed in as.
 */
export async function loadSample(
  client: BulkClient,
  options: SampleOptions,
  digest: string,
  progress: (organizations: number) => void,
): Promise<Loaded> {
  const agency = inventAgency(options);
  const counts = eventCounts(agency, options);
  await client.query("begin");
  await insertBulk(
    client,
    "accounts",
    accountColumns((person) => (person.id === agency.manager.id ? digest : "")),
    agency.people,
  );
  let events = 0;
  const loadAll = async (): Promise<void> => {
    for (const [index, organization] of agency.organizations.entries()) {
      events += await loadOrganization(client, agency, organization, index, counts[index] ?? 0, options);
      progress(index + 1);
    }
  };
  await (options.events > manyEvents ? withoutIndexes(client, "audit_events", loadAll) : loadAll());
  await client.query("commit");
  await client.query("analyze");
  const members = agency.organizations.reduce((sum, organization) => sum + organization.members.length, 0);
  return { organizations: agency.organizations.length, members, events };
}

async function loadOrganization(
  client: BulkClient,
  agency: SampleAgency,
  organization: SampleOrganization,
  index: number,
  count: number,
  options: SampleOptions,
): Promise<number> {
  const story = storyOf(organization, index, options);
  const events = tell(story, count);
  const last = events.at(-1);
  const row: TellableOrganization = {
    organization,
    revision: events.length,
    head: last?.hash ?? genesisHash,
    lastActivityAt: new Date(last?.at ?? organization.createdAt),
    personalOf: index === 0 ? agency.manager.id : null,
  };
  await insertBulk(client, "organizations", organizationColumns, [row]);
  const access = inventAccess(randomOf(options.seed * 1_000_037 + index), organization, story.workspaces);
  const kept = randomOf(options.seed * 1_000_039 + index);
  const columns = [
    ...memberColumns(organization),
    ...accessColumns(access, events.length),
    ...endColumns(kept, organization, options.until),
  ];
  await insertBulk(client, "members", columns, organization.members);
  await insertBulk(client, "member_details", detailsColumns(organization), inventDetails(kept, organization));
  await insertBulk(client, "workspaces", workspaceColumns(organization, events), story.workspaces);
  await insertBulk(client, "member_workspaces", choiceColumns(organization), choicesOf(access));
  await insertBulk(client, "invitations", invitationColumns(organization), story.invitations);
  await insertBulk(client, "audit_events", eventColumns, events);
  return events.length;
}
