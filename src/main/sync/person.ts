import type { Organization } from "#contract/entities/organization.ts";
import type { Remote } from "../remote/remote.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const wholePage = 1000;

/** Reads what belongs to the person, and notes it. The organizations they have, or null when that could not be read. */
export async function readPerson(
  remote: Remote,
  snapshot: Pick<Snapshot, "note">,
  signal: AbortSignal,
): Promise<Organization[] | null> {
  for (const name of ["me.get", "me.listInvitations", "ownership.listOffered", "deletion.listCertificates"] as const) {
    const answer = await remote.send(name, {}, { signal });
    if (signal.aborted) return null;
    if (answer.ok) snapshot.note(name, {}, answer.value);
  }
  const items: Organization[] = [];
  for (let cursor: string | undefined; ;) {
    const given = cursor === undefined ? {} : { cursor };
    const page = await remote.call("organization.list", { limit: wholePage, ...given }, { signal });
    if (!page.ok || signal.aborted) return null;
    items.push(...page.value.items);
    if (page.value.next === null) break;
    cursor = page.value.next;
  }
  snapshot.note("organization.list", {}, { items, next: null });
  return items;
}
