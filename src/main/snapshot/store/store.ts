import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import { blocksIn } from "./blocks.ts";
import type { Digest } from "./digest.ts";
import { eraseFile } from "./erase.ts";
import { openFile, type OpenedFile } from "./file.ts";
import { arrayOfEvents, textsIn } from "./events.ts";
import { besideKinds, listKinds, type ListKind, type Lists, type Manifest } from "./kinds.ts";
import { linesIn, type Lines } from "./lines.ts";
import type { Page } from "./pages.ts";
import { createSeals, tagOf } from "./seal.ts";
import { changedWriting, pageSealer, wholeWriting, type Writing } from "./writing.ts";

/** What is read is not what was written: the organization must be filled again. */
export class DamagedError extends Error {
  readonly organizationId: string;
  constructor(organizationId: string) {
    super("A page does not open");
    this.organizationId = organizationId;
  }
}

/** The encrypted rows of one person on one server. Every writing is one transaction with its revision. */
export interface Store {
  readonly kept: OpenedFile["kept"];
  manifest(organizationId: string): Manifest | undefined;
  organizationIds(): readonly string[];
  /** What its rows take, encrypted, in bytes. */
  sizeOf(organizationId: string): number;
  /** @throws DamagedError */
  read<Kind extends ListKind>(organizationId: string, kind: Kind, page: Page): Lists[Kind][];
  /**
   * The events of a page, each as its JSON.
   * @throws DamagedError
   */
  eventLines(organizationId: string, page: Page): Lines;
  /** What a page of events can hold; null where that is not known. */
  digest(organizationId: string, page: Page): Digest | null;
  /** What is searched of the events of a page; null where that is not known. */
  texts(organizationId: string, page: Page): Lines | null;
  /** Takes the pages of a fill until `commit` writes all of it at once. */
  beginFill(organizationId: string): Filling;
  /** @throws DamagedError */
  change(organizationId: string, changes: NonNullable<SnapshotChanges["changes"]>): void;
  forget(organizationId: string): void;
  /** Also what is remembered of an organization whose rows are not kept goes, unless it is one of these. */
  keepOnly(organizationIds: readonly string[]): void;
  readAccount(): unknown;
  writeAccount(account: object): void;
  /** Answers that are kept as they came, of an organization or, under null, of the person. */
  readRemembered(organizationId: string | null): unknown;
  writeRemembered(organizationId: string | null, answers: object): void;
  /** The first pages of an organization's lists. */
  readOpening(organizationId: string): unknown;
  writeOpening(organizationId: string, opening: object): void;
  /** Writes what is in memory into a file, to be opened with the same key. */
  saveTo(path: string): void;
  close(): void;
  /** Closes and leaves nothing on the disk. */
  erase(): void;
}

export interface Filling {
  add<Kind extends ListKind>(kind: Kind, rows: readonly Lists[Kind][]): void;
  commit(facts: Manifest["facts"], mostEvents: number): void;
}

const accountOwner = "account";

export function openStore(path: string | null, key: Buffer): Store {
  const seals = createSeals(key);
  const {
    db,
    kept,
    read: opened,
  } = openFile(path, seals, (file) => {
    const blocks = blocksIn(file, seals);
    // Sealed by us after the contract checked it, and bound to its place: what opens is what was written.
    const all = blocks.all("manifest") as Manifest[];
    return { blocks, manifests: new Map(all.map((one) => [one.facts.organization.id, one])) };
  });
  const { blocks, manifests } = opened;
  const commit = (organizationId: string, { manifest, added }: Writing) => {
    const before = manifests.get(organizationId);
    blocks.write(() => {
      for (const kind of listKinds) {
        const stays = new Set(manifest.pages[kind].map(({ tag }) => tag));
        for (const { number, tag } of before?.pages[kind] ?? []) {
          if (stays.has(tag)) continue;
          blocks.drop(organizationId, kind, number);
          if (kind === "events") for (const beside of besideKinds) blocks.drop(organizationId, beside, number);
        }
      }
      for (const { kind, page, sealed, beside } of added) {
        blocks.put(organizationId, kind, page.number, sealed);
        for (const each of beside) blocks.put(organizationId, each.kind, page.number, each.sealed);
      }
      blocks.put(organizationId, "manifest", 0, blocks.seal(organizationId, "manifest", 0, manifest));
    });
    manifests.set(organizationId, manifest);
  };
  const bytesOf = (organizationId: string, kind: ListKind, { number, tag }: Page): Buffer => {
    const block = blocks.readBytes(organizationId, kind, number);
    // An older writing of the same page opens as well, but is not the one that the manifest names.
    if (block === null || tagOf(block.sealed) !== tag) throw new DamagedError(organizationId);
    return block.bytes;
  };
  const read: Store["read"] = (organizationId, kind, page) => {
    const bytes = bytesOf(organizationId, kind, page);
    return JSON.parse(kind === "events" ? arrayOfEvents(bytes) : bytes.toString("utf8")) as Lists[typeof kind][];
  };
  return {
    kept,
    manifest: (organizationId) => manifests.get(organizationId),
    organizationIds: () => [...manifests.keys()],
    sizeOf: (organizationId) => blocks.sizeOf(organizationId),
    read,
    eventLines: (organizationId, page) => linesIn(bytesOf(organizationId, "events", page)),
    digest: (organizationId, { number, tag }) => {
      const digest = blocks.read(organizationId, "digest", number)?.content as Digest | undefined;
      return digest?.tag === tag ? digest : null;
    },
    texts: (organizationId, { number, tag }) => {
      const block = blocks.readBytes(organizationId, "texts", number);
      return block && textsIn(block.bytes, tag);
    },
    beginFill: (organizationId) => {
      const sealer = pageSealer(blocks, organizationId);
      return {
        add: (kind, rows) => void sealer.seal(kind, rows),
        commit: (facts, mostEvents) => commit(organizationId, wholeWriting(facts, mostEvents, sealer)),
      };
    },
    change: (organizationId, changes) => {
      const before = manifests.get(organizationId);
      if (before === undefined) return;
      commit(
        organizationId,
        changedWriting(blocks, before, changes, (kind, page) => read(organizationId, kind, page)),
      );
    },
    forget: (organizationId) => {
      manifests.delete(organizationId);
      blocks.write(() => blocks.forget(organizationId));
      blocks.settle();
    },
    keepOnly: (organizationIds) => {
      let gone = false;
      blocks.write(() => {
        gone = blocks.keepOnly([accountOwner, ...organizationIds]);
      });
      if (gone) blocks.settle();
      for (const id of manifests.keys()) if (!organizationIds.includes(id)) manifests.delete(id);
    },
    readAccount: () => blocks.read(accountOwner, "account", 0)?.content ?? null,
    writeAccount: (account) =>
      blocks.write(() => blocks.put(accountOwner, "account", 0, blocks.seal(accountOwner, "account", 0, account))),
    readRemembered: (organizationId) => blocks.read(organizationId ?? accountOwner, "remembered", 0)?.content ?? null,
    writeRemembered: (organizationId, answers) => {
      const owner = organizationId ?? accountOwner;
      blocks.write(() => blocks.put(owner, "remembered", 0, blocks.seal(owner, "remembered", 0, answers)));
    },
    readOpening: (organizationId) => blocks.read(organizationId, "opening", 0)?.content ?? null,
    writeOpening: (organizationId, opening) =>
      blocks.write(() => blocks.put(organizationId, "opening", 0, blocks.seal(organizationId, "opening", 0, opening))),
    saveTo: (file) => blocks.saveTo(file),
    close: () => db.close(),
    erase: () => {
      db.close();
      if (path !== null && kept === "disk") eraseFile(path);
    },
  };
}
