import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import { day } from "#domain/calendar/lengths.ts";
import type { FillWindow } from "../window.ts";
import type { Blocks } from "./blocks.ts";
import { digestOf, type Digest } from "./digest.ts";
import { bytesOfEvents, bytesOfTexts } from "./events.ts";
import { keyOf, rosterRow, type BesideKind, type ListKind, type Lists, type Manifest, type Pages } from "./kinds.ts";
import { paged, replaceRows, type Page, type Rewriting } from "./pages.ts";
import { tagOf } from "./seal.ts";

/** A page that is sealed and waits for the transaction that writes it. */
export interface SealedPage {
  readonly kind: ListKind;
  readonly page: Page;
  readonly sealed: Buffer;
  /** Of a page of events: what it holds, sealed beside it, so that it is opened only where it must be. */
  readonly beside: readonly { readonly kind: BesideKind; readonly sealed: Buffer }[];
}

/** What one transaction writes of an organization. */
export interface Writing {
  readonly manifest: Manifest;
  readonly added: readonly SealedPage[];
}

/** Collects the pages of a writing while rows arrive; only what is sealed stays in memory. */
export function pageSealer(blocks: Blocks, organizationId: string, firstNumber: number) {
  let added: SealedPage[] = [];
  let number = firstNumber;
  let bytes = 0;
  const besideOf = (events: readonly AuditEvent[], { number: of, tag }: Page): SealedPage["beside"] => [
    { kind: "digest", sealed: blocks.seal(organizationId, "digest", of, digestOf(events, tag)) },
    { kind: "texts", sealed: blocks.sealBytes(organizationId, "texts", of, bytesOfTexts(events, tag)) },
  ];
  const seal = <Kind extends ListKind>(kind: Kind, rows: readonly Lists[Kind][]): Page => {
    const events = kind === "events" ? (rows as readonly AuditEvent[]) : null;
    const sealed =
      events === null
        ? blocks.seal(organizationId, kind, number, rows)
        : blocks.sealBytes(organizationId, kind, number, bytesOfEvents(events));
    const [first] = rows;
    const key = first === undefined ? "" : keyOf[kind](first);
    const page = { number, first: key, rows: rows.length, tag: tagOf(sealed) };
    const beside = events === null ? [] : besideOf(events, page);
    added.push({ kind, page, sealed, beside });
    bytes += beside.reduce((sum, one) => sum + one.sealed.length, sealed.length);
    number += 1;
    return page;
  };
  return {
    seal,
    next: () => number,
    waiting: () => added.length,
    /** Of all that was sealed. */
    bytes: () => bytes,
    /** What was sealed since the last time. */
    take: (): readonly SealedPage[] => {
      const taken = added;
      added = [];
      return taken;
    },
  };
}

const nothing: Pages = { workspaces: [], members: [], invitations: [], events: [], roster: [] };

/** The pages of a fill, behind those that came of it before. */
export function withPages(before: Pages = nothing, added: readonly SealedPage[]): Pages {
  const of = (kind: ListKind) => [
    ...before[kind],
    ...added.filter((page) => page.kind === kind).map(({ page }) => page),
  ];
  return {
    workspaces: of("workspaces"),
    members: of("members"),
    invitations: of("invitations"),
    events: of("events"),
    roster: of("roster"),
  };
}

/** How the pages of before are read. */
interface Reading {
  readonly read: <Kind extends ListKind>(kind: Kind, page: Page) => Lists[Kind][];
  readonly digest: (page: Page) => Digest | null;
}

/** Changed rows in the place of those before; pages that hold none of them stay. */
export function changedWriting(
  blocks: Blocks,
  before: Manifest,
  firstNumber: number,
  changes: NonNullable<SnapshotChanges["changes"]>,
  { read, digest }: Reading,
): Writing {
  const sealer = pageSealer(blocks, before.facts.organization.id, firstNumber);
  const rewritten = <Kind extends ListKind>(kind: Kind, { kept, written }: Rewriting<Lists[Kind]>): Page[] =>
    [...kept, ...written.map((rows) => sealer.seal(kind, rows))].sort((a, b) => (a.first < b.first ? -1 : 1));
  const replaced = <Kind extends ListKind>(kind: Kind, rows: readonly Lists[Kind][]) =>
    rewritten(
      kind,
      replaceRows(before.pages[kind], rows, keyOf[kind], (page) => read(kind, page)),
    );
  const { facts, workspaces } = changes;
  const pages: Pages = {
    workspaces:
      workspaces === null ? before.pages.workspaces : rewritten("workspaces", { kept: [], written: paged(workspaces) }),
    members: replaced("members", changes.members),
    invitations: replaced("invitations", changes.invitations),
    events: within(before.window, Date.parse(facts.at), replaced("events", changes.events), digest),
    roster: replaced("roster", changes.members.map(rosterRow)),
  };
  return { manifest: { ...before, facts, pages, nextPage: sealer.next() }, added: sealer.take() };
}

/** The last pages, without those that lie before the window; with the first one, a little of what does may stay. */
function within(
  { days, mostEvents }: FillWindow,
  now: number,
  pages: readonly Page[],
  digest: Reading["digest"],
): Page[] {
  const last = newest(pages, mostEvents);
  const first = last.findIndex((page) => (digest(page)?.to ?? now) >= now - days * day);
  return first === -1 ? [] : last.slice(first);
}

/** The last pages, without those that are not needed to hold so many rows. */
function newest(pages: readonly Page[], most: number): Page[] {
  let rows = 0;
  return pages
    .toReversed()
    .filter((page) => {
      const needed = rows < most;
      rows += page.rows;
      return needed;
    })
    .toReversed();
}
