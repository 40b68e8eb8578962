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

/** Members, and pages of the log, from which on what searching needs is made ahead; less is opened in no time. */
const warmedFrom = { members: 2_000, pages: 20 };

/** Everything that is asked of an open snapshot, and of the reviews beside it. `warm` is for when nothing is asked. */
export function keeperOf(store: Store, book: ReviewBook): Keeper & { readonly warm: () => boolean } {
  const loaded = loadedFrom(store);
  const warming = warmingOf(loaded);
  const fills = fillsInto(store);
  const remembered = rememberedIn(store);
  const openings = openingsIn(store);
  let part = AccountPart.safeParse(store.readAccount()).data ?? nothingKept;
  const confirmed = new Map(Object.entries(part.confirmed));
  const keep = (next: AccountPart) => {
    const news = JSON.stringify({ ...next, at: "" }) !== JSON.stringify({ ...part, at: "" });
    part = next;
    if (news) store.writeAccount(part);
  };
  const dropRows = (organizationId: string) => {
    fills.dropOf(organizationId);
    loaded.drop(organizationId);
    remembered.drop(organizationId);
    openings.drop(organizationId);
    confirmed.delete(organizationId);
    store.forget(organizationId);
  };
  const forget = (organizationId: string) => {
    try {
      dropRows(organizationId);
      keep(withoutOrganization(part, organizationId));
    } finally {
      // In a file of its own: what one fails at does not keep the other.
      desk.closeOrganization(organizationId);
    }
  };
  const keepOnly = (organizationIds: readonly string[]) => {
    const mine = new Set(organizationIds);
    for (const id of store.organizationIds()) if (!mine.has(id)) forget(id);
    remembered.keepOnly(mine);
    store.keepOnly(organizationIds);
    desk.keepOnly(mine);
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
    warm: () => warming.step(),
    answer: ({ name, input, exact }) => {
      if (isRemembered(name)) return exact ? null : remembered.answer(name, input);
      const { organizationId } = input;
      if (typeof organizationId === "string") turnTo(organizationId);
      return answerFrom({ kept, rows, at, exact, openings }, name, input);
    },
    note: (answer) => {
      const now = new Date().toISOString();
      if (isRemembered(answer.name)) remembered.keep(answer.name, answer.input, answer.value, now);
      else keep(noted(part, answer, now));
      // Whatever the server leaves out of the list is the person's no more, however that came to be.
      const mine = wholeList(answer);
      if (mine !== null) keepOnly(mine.map(({ id }) => id));
      return null;
    },
    standings: () =>
      store.organizationIds().flatMap((organizationId) => {
        const facts = store.manifest(organizationId)?.facts;
        if (facts === undefined) return [];
        return [{ organizationId, revision: facts.revision, mark: facts.mark, at: facts.at }];
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
    dropStaged: ({ organizationId }) => {
      store.dropStaged(organizationId);
      return null;
    },
    change: ({ organizationId, changes }) => {
      const before = store.manifest(organizationId)?.facts;
      if (before === undefined) return false;
      store.change(organizationId, changes);
      openings.changed(before, changes);
      loaded.changed(organizationId, changes);
      return true;
    },
    dropRows: ({ organizationId }) => {
      dropRows(organizationId);
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
