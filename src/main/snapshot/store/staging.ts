import type { Blocks } from "./blocks.ts";
import { besideKinds, listKinds, type ListKind, type Staged } from "./kinds.ts";
import type { Page } from "./pages.ts";
import type { SealedPage } from "./writing.ts";

/** Fills that are not whole yet. Their pages stand among those of their organization, and no manifest names them. */
export interface Staging {
  of(organizationId: string): Staged | undefined;
  keep(organizationId: string, staged: Staged, added: readonly SealedPage[]): void;
  /** Its pages go, some at a time: what is erased is written over, which needs room itself. */
  drop(organizationId: string): void;
  /** Its pages belong to the organization's manifest from now on; inside of the transaction that writes that. */
  publish(organizationId: string): void;
  /** All blocks of the organization went. */
  forget(organizationId: string): void;
  organizationIds(): readonly string[];
}

/** Pages of each list. */
const atOnce = 40;

/** What stays when its first pages are gone; nothing can go on behind that. */
function withoutSome({ manifest }: Staged): Staged | null {
  const { workspaces, members, invitations, events, roster } = manifest.pages;
  const pages = {
    workspaces: workspaces.slice(atOnce),
    members: members.slice(atOnce),
    invitations: invitations.slice(atOnce),
    events: events.slice(atOnce),
    roster: roster.slice(atOnce),
  };
  const isEmpty = listKinds.every((kind) => pages[kind].length === 0);
  return isEmpty ? null : { manifest: { ...manifest, pages }, after: "" };
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
      for (let one = staged.get(organizationId); one !== undefined; one = staged.get(organizationId)) {
        const left = withoutSome(one);
        blocks.write(() => {
          for (const kind of listKinds)
            dropPages(blocks, organizationId, kind, one.manifest.pages[kind].slice(0, atOnce));
          if (left === null) blocks.drop(organizationId, "staged", 0);
          else blocks.put(organizationId, "staged", 0, blocks.seal(organizationId, "staged", 0, left));
        });
        if (left === null) staged.delete(organizationId);
        else staged.set(organizationId, left);
      }
    },
    publish: (organizationId) => blocks.drop(organizationId, "staged", 0),
    forget: (organizationId) => void staged.delete(organizationId),
    organizationIds: () => [...staged.keys()],
  };
}

export function dropPages(blocks: Blocks, organizationId: string, kind: ListKind, pages: readonly Page[]): void {
  for (const { number } of pages) {
    blocks.drop(organizationId, kind, number);
    if (kind === "events") for (const beside of besideKinds) blocks.drop(organizationId, beside, number);
  }
}

export function putPages(blocks: Blocks, organizationId: string, added: readonly SealedPage[]): void {
  for (const { kind, page, sealed, beside } of added) {
    blocks.put(organizationId, kind, page.number, sealed);
    for (const each of beside) blocks.put(organizationId, each.kind, page.number, each.sealed);
  }
}
