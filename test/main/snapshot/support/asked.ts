import { agencyServer, type AgencyServer } from "./agency.ts";
import type { Viewer } from "./compared.ts";
import { emptyKeeper, fillFrom, notePerson } from "./filled.ts";

/** An invented agency on a server, and people of every role who keep a snapshot of it. */
export interface AskedAgency {
  readonly server: AgencyServer;
  readonly viewers: readonly Viewer[];
  readonly organizationIds: readonly string[];
}

/** Names that fold, sort and search in their own ways. */
const names = [
  "Ærøskøbing Øst",
  "ΣΊΣΥΦΟΣ ΣΑΣ",
  "İstanbul Ilgaz",
  "Ångström Å",
  "𝒜lice Ⓑob",
  "ﬁnn Ｆull",
  "e\u0301cole École",
  "straße STRASSE",
  "100% _under\\score",
  "ǅungla 🦊",
  "\uffee wide",
];

/** What a test does to the agency before anybody keeps something of it; gives the account of one more viewer. */
type Prepare = (agency: Omit<AskedAgency, "viewers">) => Promise<string>;

export async function askedAgency(prepare?: Prepare): Promise<AskedAgency> {
  const server = await agencyServer("--organizations", "4", "--members", "260", "--events", "3000");
  const { system } = server.services.pools;
  const members = await system
    .selectFrom("members")
    .select(["organization_id", "account_id", "role"])
    .where("status", "=", "active")
    .orderBy("organization_id")
    .orderBy("id")
    .execute();
  const organizationIds = [...new Set(members.map(({ organization_id }) => organization_id))];
  for (const [index, name] of names.entries()) {
    const accountId = members[index * 7]?.account_id ?? "";
    await system.updateTable("accounts").set({ name }).where("id", "=", accountId).execute();
  }
  await system.updateTable("members").set({ last_seen_at: new Date() }).execute();
  const prepared = await prepare?.({ server, organizationIds });
  const byOrganizations = Map.groupBy(members, ({ account_id }) => account_id);
  const manager = [...byOrganizations.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]?.account_id ?? "";
  const accounts = new Map([["manager", manager]]);
  if (prepared !== undefined) accounts.set("prepared", prepared);
  for (const { role, account_id } of members) if (!accounts.has(role)) accounts.set(role, account_id);
  const viewers: Viewer[] = [];
  for (const [who, accountId] of accounts) {
    const person = await server.signedIn(accountId);
    const keeper = emptyKeeper();
    await notePerson(server, keeper, person);
    const mine = await server.call("organization.list", {}, { as: person });
    for (const { id } of mine.value?.items ?? []) {
      if (!(await fillFrom(server, keeper, person, id))) throw new Error(`${who} could not fill ${id}`);
    }
    viewers.push({ who, person, keeper });
  }
  return { server, viewers, organizationIds };
}
