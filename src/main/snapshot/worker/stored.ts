import type { OfflineData } from "#contract/entities/offline.ts";
import type { Store } from "../store/store.ts";

const rowsOf = (pages: readonly { readonly rows: number }[]): number => pages.reduce((sum, { rows }) => sum + rows, 0);

/** What is kept of each organization, and how much that is. */
export function storedIn(store: Store, at: (organizationId: string) => string): OfflineData["organizations"] {
  return store.organizationIds().flatMap((id) => {
    const manifest = store.manifest(id);
    if (manifest === undefined) return [];
    const { members, invitations, workspaces, events } = manifest.pages;
    return [
      {
        id,
        revision: manifest.facts.revision,
        asOf: at(id),
        rows: rowsOf([...members, ...invitations, ...workspaces]),
        events: rowsOf(events),
        size: store.sizeOf(id),
      },
    ];
  });
}
