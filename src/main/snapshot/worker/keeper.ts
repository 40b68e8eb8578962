import { createDesk } from "../../reviews/desk.ts";
import type { ReviewBook } from "../../reviews/heading.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { hasEnded } from "#domain/accessEnd.ts";
import type { Store } from "../store/store.ts";
import { AccountPart, noted, nothingKept, wholeList, withoutOrganization } from "./account.ts";
import { answerFrom } from "./answering.ts";
import { fillsInto } from "./fills.ts";
import { isRemembered } from "../answers/table.ts";
import { openingsIn } from "./openings.ts";
import { rememberedIn } from "./remembered.ts";
import { loadedFrom } from "./loaded.ts";
import { warmingOf } from "./warming.ts";
import { storedIn } from "./stored.ts";
import type { Calls, CallName } from "./protocol.ts";

export type Keeper = { readonly [Name in Exclude<CallName, "open">]: (input: Calls[Name]["in"]) => Calls[Name]["out"] };

/** What must go could not be taken out of the file, so all of the file has to go. */
export class UnerasedError extends Error {}

function erased(work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new UnerasedError("What must go is still there", { cause });
  }
}

/** Members, and pages of the log, from which on what searching needs is made ahead; less is opened in no time. */
const warmedFrom = { members: 2_000, pages: 20 };

/** Everything that is asked of an open snapshot, and of the reviews beside it. `tidy` is for when nothing is asked. */
export function keeperOf(store: Store, book: ReviewBook): Keeper & { readonly tidy: () => boolean } {
  const loaded = loadedFrom(store);
  const warming = warmingOf(loaded);
  const fills = fillsInto(store);
  const remembered = rememberedIn(store);
  const openings = openingsIn(store);
  let part = AccountPart.safeParse(store.readAccount()).data ?? nothingKept;
  const confirmed = new Map(Object.entries(part.confirmed));
  /** What of the part is on the disk; that it was looked at again is no news. */
  const newsOf = (one: AccountPart) => JSON.stringify({ ...one, at: "" });
  let written = newsOf(part);
  const keep = (next: AccountPart) => {
    part = next;
    const news = newsOf(next);
    if (news === written) return;
    store.writeAccount(next);
    written = news;
  };
  const dropRows = (organizationId: string) => {
    fills.dropOf(organizationId);
    loaded.drop(organizationId);
    remembered.drop(organizationId);
    openings.drop(organizationId);
    confirmed.delete(organizationId);
    erased(() => store.forget(organizationId));
  };
  const forget = (organizationId: string) => {
    try {
      // In a file of its own: what one fails at does not keep the other.
      desk.closeOrganization(organizationId);
    } finally {
      dropRows(organizationId);
      erased(() => keep(withoutOrganization(part, organizationId)));
    }
  };
  const keepOnly = (organizationIds: readonly string[]) => {
    const mine = new Set(organizationIds);
    try {
      desk.keepOnly(mine);
    } finally {
      for (const id of store.organizationIds()) if (!mine.has(id)) forget(id);
      remembered.keepOnly(mine);
      erased(() => store.keepOnly(organizationIds));
    }
  };
  const at = (organizationId: string | null): string => {
    if (organizationId === null) return part.at;
    const filled = store.manifest(organizationId)?.facts.at ?? "";
    const later = confirmed.get(organizationId) ?? "";
    return later > filled ? later : filled;
  };
  /** Whoever's access has ended by itself meanwhile is shown nothing more, and nothing of it stays. */
  const rows = (organizationId: string) => {
    const until = store.manifest(organizationId)?.facts.until ?? null;
    if (!hasEnded(until === null ? null : Date.parse(until), Date.now())) return loaded.rows(organizationId);
    forget(organizationId);
    return null;
  };
  const desk = createDesk({ book, rows, at, now: () => new Date() });
  const kept = () => ({
    now: new Date(),
    account: part.account,
    invitations: part.invitations,
    offers: part.offers,
    organizations: organizationsOf(part, store),
    rows,
    sharedWith: loaded.sharedWith,
  });
  const filled = (organizationId: string) => {
    loaded.drop(organizationId);
    // Whoever may not see the people any more does not see them in a review either.
    if (store.manifest(organizationId)?.facts.sees.members === false) desk.closeOrganization(organizationId);
  };
  const turnTo = (organizationId: string) => {
    const manifest = store.manifest(organizationId);
    if (manifest === undefined) return;
    const { memberCount } = manifest.facts.organization;
    const isLong = memberCount >= warmedFrom.members || manifest.pages.events.length >= warmedFrom.pages;
    if (isLong) warming.turnTo(organizationId);
  };
  return {
    ...desk.work,
    tidy: () => warming.step() || store.giveBack(),
    answer: ({ name, input, exact }) => {
      if (isRemembered(name)) return exact ? null : remembered.answer(name, input);
      const { organizationId } = input;
      if (typeof organizationId === "string") turnTo(organizationId);
      return answerFrom({ kept, rows, at, exact, openings }, name, input);
    },
    note: (answer) => {
      const now = new Date().toISOString();
      // Whatever the server leaves out of the list is the person's no more, however that came to be.
      const mine = wholeList(answer);
      if (mine !== null) keepOnly(mine.map(({ id }) => id));
      if (isRemembered(answer.name)) remembered.keep(answer.name, answer.input, answer.value, now);
      else keep(noted(part, answer, now));
      return null;
    },
    standings: () =>
      store.organizationIds().flatMap((organizationId) => {
        const manifest = store.manifest(organizationId);
        if (manifest === undefined) return [];
        const { facts, window } = manifest;
        return [{ organizationId, revision: facts.revision, mark: facts.mark, window, at: facts.at }];
      }),
    stored: () => storedIn(store, at),
    confirm: ({ organizationIds, at: instant }) => {
      for (const id of organizationIds) confirmed.set(id, instant);
      keep({ ...part, confirmed: Object.fromEntries(confirmed) });
      return null;
    },
    resumption: ({ organizationId, window }) => fills.resumption(organizationId, window),
    beginFill: ({ organizationId, window, after }) => fills.begin(organizationId, window, after),
    takeChunk: ({ fill, chunk }) => fills.take(fill, chunk),
    finishFill: ({ fill }) => {
      const finished = fills.finish(fill);
      if (finished?.outcome === "whole") filled(finished.organizationId);
      return finished?.outcome ?? null;
    },
    dropFill: ({ fill }) => {
      fills.drop(fill);
      return null;
    },
    publish: ({ organizationId, changes }) => {
      if (store.staged(organizationId) === undefined) return false;
      store.publish(organizationId, changes);
      filled(organizationId);
      return true;
    },
    change: ({ organizationId, changes }) => {
      const before = store.manifest(organizationId)?.facts;
      if (before === undefined) return false;
      store.change(organizationId, changes);
      loaded.changed(organizationId, changes);
      openings.changed(before, changes);
      return true;
    },
    dropRows: ({ organizationId }) => {
      dropRows(organizationId);
      return null;
    },
    keepRows: ({ organizationIds }) => {
      const held = new Set([...store.organizationIds(), ...store.stagedIds(), ...fills.organizationIds()]);
      for (const id of held.difference(new Set(organizationIds))) dropRows(id);
      return null;
    },
    forget: ({ organizationId }) => {
      forget(organizationId);
      return null;
    },
    saveTo: ({ snapshot, reviews }) => {
      if (store.kept === "memory") store.saveTo(snapshot);
      if (book.kept === "memory") book.saveTo(reviews);
      return null;
    },
    close: () => {
      store.close();
      book.end();
      return null;
    },
    erase: () => {
      store.erase();
      book.end();
      return null;
    },
  };
}

/** The person's organizations: what a fill brought stands in the place of what was noted of it. */
function organizationsOf({ organizations }: AccountPart, store: Store): Organization[] | null {
  const ids = new Set([...(organizations ?? []).map(({ id }) => id), ...store.organizationIds()]);
  if (organizations === null && ids.size === 0) return null;
  const seen = new Map(organizations?.map((organization) => [organization.id, organization]));
  return [...ids].flatMap((id) => store.manifest(id)?.facts.organization ?? seen.get(id) ?? []);
}
