import { digestPassword } from "#server/accounts/passwords.ts";
import { randomOf } from "#server/sample/random.ts";
import { inventPerson, type SamplePerson } from "#server/sample/people.ts";
import type { SampleMember, SampleOrganization } from "#server/sample/agency.ts";
import { accountColumns } from "#server/sample/columns.ts";
import { insertBulk, type BulkClient } from "#server/storage/bulk.ts";
import { writeOrganization } from "./fill.ts";
import { beginning } from "./organizations.ts";

const password = "two hundred clients at once";

/** Somebody who can sign in by the form, and the organizations that they own. */
export interface Clients {
  readonly email: string;
  readonly password: string;
  readonly organizations: readonly SampleOrganization[];
}

const minute = 60_000;

/** A person with so many organizations of so many members each; the same people work in all of them. */
export async function fillClients(
  client: BulkClient,
  name: string,
  { organizations: count, members }: { readonly organizations: number; readonly members: number },
): Promise<Clients> {
  const random = randomOf(23 + count);
  const people = Array.from({ length: members }, (_, index) =>
    inventPerson(random, index, `${name}.example`, beginning),
  );
  const digest = await digestPassword(password);
  const memberOf = (person: SamplePerson, index: number): SampleMember => {
    const joinedAt = new Date(beginning.getTime() + index * minute);
    return {
      id: random.id(joinedAt),
      person,
      role: index === 0 ? "owner" : index % 20 === 1 ? "admin" : "member",
      ownerClass: index === 0,
      status: "active",
      joinedAt,
      lastSeenAt: new Date(joinedAt.getTime() + random.below(1_000_000) * minute),
      removedAt: null,
    };
  };
  const organizations = Array.from({ length: count }, (_, index): SampleOrganization => {
    const [owner, ...others] = people.map(memberOf);
    if (owner === undefined) throw new Error("An organization needs its owner");
    const slug = `${name}-${String(index + 1).padStart(3, "0")}`;
    const members: SampleOrganization["members"] = [owner, ...others];
    return { id: random.id(beginning), name: slug, slug, preset: "agency", createdAt: beginning, members };
  });
  await client.query("begin");
  await insertBulk(
    client,
    "accounts",
    accountColumns(() => digest),
    people,
  );
  await client.query("commit");
  for (const organization of organizations) await writeOrganization(client, organization, null);
  await client.query("vacuum analyze");
  return { email: people[0]?.email ?? "", password, organizations };
}
