import type { Blocks } from "./blocks.ts";
import { besideKinds, listKinds, type Staged } from "./kinds.ts";
import type { SealedPage } from "./writing.ts";

/** Fills that are not whole yet. Their pages stand among those of their organization, and no manifest names them. */
export interface Staging {
  of(organizationId: string): Staged | undefined;
  keep(organizationId: string, staged: Staged, added: readonly SealedPage[]): void;
  /** Its pages go. */
  drop(organizationId: string): void;
  /** Its pages belong to the organization's manifest from now on; inside of the transaction that writes that. */
  publish(organizationId: string): void;
  /** All blocks of the organization went. */
  forget(organizationId: string): void;
  organizationIds(): readonly string[];
}

export function stagingIn(blocks: Blocks, found: readonly Staged[]): Staging {
  const staged = new Map(found.map((one) => [one.manifest.facts.organization.id, one]));
  return {
    of: (organizationId) => staged.get(organizationId),
    keep: (organizationId, next, added) => {
      blocks.write(() => {
        putPages(blocks, organizationId, added);
        blocks.put(organizationId, "staged", 0, blocks.seal(organizationId, "staged", 0, next));
      });
      staged.set(organizationId, next);
    },
    drop: (organizationId) => {
      const one = staged.get(organizationId);
      if (one === undefined) return;
      blocks.write(() => {
        for (const kind of listKinds) {
          for (const { number } of one.manifest.pages[kind]) {
            blocks.drop(organizationId, kind, number);
            if (kind === "events") for (const beside of besideKinds) blocks.drop(organizationId, beside, number);
          }
        }
        blocks.drop(organizationId, "staged", 0);
      });
      staged.delete(organizationId);
    },
    publish: (organizationId) => blocks.drop(organizationId, "staged", 0),
    forget: (organizationId) => void staged.delete(organizationId),
    organizationIds: () => [...staged.keys()],
  };
}

export function putPages(blocks: Blocks, organizationId: string, added: readonly SealedPage[]): void {
  for (const { kind, page, sealed, beside } of added) {
    blocks.put(organizationId, kind, page.number, sealed);
    for (const each of beside) blocks.put(organizationId, each.kind, page.number, each.sealed);
  }
}
