import type { SharedOrganization } from "#contract/entities/member.ts";
import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import type { Store } from "../store/store.ts";
import { organizationRows, type OrganizationRows } from "./rows.ts";

/** Rows in memory at most, over all organizations; some 0.7 kB each. */
const mostRows = 400_000;

/** Decrypted organizations, those used last. */
export interface Loaded {
  readonly rows: (organizationId: string) => OrganizationRows | null;
  /** The rows that are in memory already, if any. */
  readonly known: (organizationId: string) => OrganizationRows | null;
  readonly sharedWith: (accountId: string) => SharedOrganization[];
  /** What is in memory of an organization follows a change that was written. */
  changed(organizationId: string, changes: NonNullable<SnapshotChanges["changes"]>): void;
  drop(organizationId: string): void;
}

export function loadedFrom(store: Store): Loaded {
  const loaded = new Map<string, OrganizationRows>();
  const makeRoom = (used: OrganizationRows) => {
    let held = 0;
    for (const rows of loaded.values()) held += rows.held();
    for (const [id, rows] of loaded) {
      if (held <= mostRows) return;
      if (rows === used) continue;
      held -= rows.held();
      loaded.delete(id);
    }
  };
  const load = (organizationId: string): OrganizationRows | null => {
    const known = loaded.get(organizationId);
    if (known !== undefined) return known;
    const manifest = store.manifest(organizationId);
    if (manifest === undefined) return null;
    const rows = organizationRows(manifest, (kind, page) => store.read(organizationId, kind, page), {
      lines: (page) => store.eventLines(organizationId, page),
      digest: (page) => store.digest(organizationId, page),
      texts: (page) => store.texts(organizationId, page),
    });
    loaded.set(organizationId, rows);
    return rows;
  };
  return {
    rows: (organizationId) => {
      const rows = load(organizationId);
      if (rows === null) return null;
      loaded.delete(organizationId);
      loaded.set(organizationId, rows);
      makeRoom(rows);
      return rows;
    },
    known: (organizationId) => loaded.get(organizationId) ?? null,
    sharedWith: (accountId) =>
      store
        .organizationIds()
        .flatMap((id) => sharedIn(load(id), accountId))
        .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)),
    changed: (organizationId, changes) => {
      const [known, manifest] = [loaded.get(organizationId), store.manifest(organizationId)];
      if (known !== undefined && manifest !== undefined) loaded.set(organizationId, known.changed(manifest, changes));
    },
    drop: (organizationId) => void loaded.delete(organizationId),
  };
}

/** Where a person may not see who the members are, they do not learn it of one person from elsewhere either. */
function sharedIn(rows: OrganizationRows | null, accountId: string): SharedOrganization[] {
  if (rows === null || !rows.facts.sees.members) return [];
  const role = rows.roster().get(accountId);
  if (role === undefined) return [];
  const { policy } = rows;
  const { id, name, preset } = rows.facts.organization;
  return [{ id, name, preset, role, roleName: nameOfRole(policy, role), ownerClass: isOwnerClass(policy, role) }];
}
