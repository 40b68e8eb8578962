import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import { leftFree } from "#contract/leftFree.ts";
import { blocksIn } from "./blocks.ts";
import type { Digest } from "./digest.ts";
import { eraseFile } from "./erase.ts";
import { isUnwritable, openFile, type OpenedFile } from "./file.ts";
import { arrayOfEvents, textsIn } from "./events.ts";
import { listKinds, type ListKind, type Lists, type Manifest, type Staged } from "./kinds.ts";
import { linesIn, type Lines } from "./lines.ts";
import type { FillWindow } from "../window.ts";
import type { Page } from "./pages.ts";
import { freeAt, NoRoomError } from "./room.ts";
import { createSeals, tagOf } from "./seal.ts";
import { dropPages, putPages, stagingIn } from "./staging.ts";
import { changedWriting, pageSealer, withPages, type Writing } from "./writing.ts";

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
  /** Bytes that more may take, some being left free; below zero where others took of those. */
  room(): number;
  /** Gives a little room that nothing is in back to the disk; false while that is not worth it. */
  giveBack(): boolean;
  /** Takes the pages of a fill until `commit` shows all of it at once; behind what was staged, or anew. */
  beginFill(organizationId: string, behind?: Staged): Filling;
  /** What came of a fill that was cut. */
  staged(organizationId: string): Staged | undefined;
  stagedIds(): readonly string[];
  dropStaged(organizationId: string): void;
  /** @throws DamagedError */
  change(organizationId: string, changes: Changes): void;
  /**
   * Shows what was staged, with all that changed since its beginning, in place of whatever there was.
   * @throws DamagedError
   */
  publish(organizationId: string, changes: Changes): void;
  forget(organizationId: string): void;
  /** Also what is remembered of an organization whose rows are not kept goes, unless it is one of these. */
  keepOnly(organizationIds: readonly string[]): void;
  readAccount(): unknown;
  writeAccount(account: object): void;
  /** Answers that are kept as they came, of an organization or, under null, of the person. */
  readRemembered(organizationId: string | null): unknown;
  writeRemembered(organizationId: string | null, answers: object): void;
  /** The first pages of an organization's lists; kept where there is room for them. */
  readOpening(organizationId: string): unknown;
  writeOpening(organizationId: string, opening: object): void;
  /** Writes what is in memory into a file, to be opened with the same key. */
  saveTo(path: string): void;
  close(): void;
  /** Closes and leaves nothing on the disk. */
  erase(): void;
}

type Changes = NonNullable<SnapshotChanges["changes"]>;

export interface Filling {
  add<Kind extends ListKind>(kind: Kind, rows: readonly Lists[Kind][]): void;
  /** Pages that are in memory. */
  waiting(): number;
  /** What was added takes so many bytes. */
  bytes(): number;
  /**
   * Puts them on the disk, unseen, so that another fill can go on behind them.
   * @throws NoRoomError
   */
  stage(facts: Manifest["facts"], window: FillWindow, after: string): void;
  commit(facts: Manifest["facts"], window: FillWindow): void;
}

const accountOwner = "account";

/** `free`: how many bytes are free where the file is. */
export function openStore(path: string | null, key: Buffer, free: (path: string) => number = freeAt): Store {
  const seals = createSeals(key);
  const {
    db,
    kept,
    read: opened,
  } = openFile(path, seals, (file) => {
    const blocks = blocksIn(file, seals);
    // Sealed by us after the contract checked it, and bound to its place: what opens is what was written.
    const all = blocks.all("manifest") as Manifest[];
    const staging = stagingIn(blocks, blocks.all("staged") as Staged[]);
    return { blocks, staging, manifests: new Map(all.map((one) => [one.facts.organization.id, one])) };
  });
  const { blocks, staging, manifests } = opened;
  const room = (): number =>
    path === null || kept !== "disk" ? Number.POSITIVE_INFINITY : free(path) - leftFree + blocks.unused();
  const nextPageOf = (organizationId: string): number =>
    Math.max(manifests.get(organizationId)?.nextPage ?? 0, staging.of(organizationId)?.manifest.nextPage ?? 0);
  const commit = (organizationId: string, { manifest, added }: Writing, publishes: boolean) => {
    const before = manifests.get(organizationId);
    blocks.write(() => {
      for (const kind of listKinds) {
        const stays = new Set(manifest.pages[kind].map(({ tag }) => tag));
        const gone = before?.pages[kind].filter(({ tag }) => !stays.has(tag)) ?? [];
        dropPages(blocks, organizationId, kind, gone);
      }
      putPages(blocks, organizationId, added);
      blocks.put(organizationId, "manifest", 0, blocks.seal(organizationId, "manifest", 0, manifest));
      if (publishes) staging.publish(organizationId);
    });
    if (publishes) staging.forget(organizationId);
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
  const digest: Store["digest"] = (organizationId, { number, tag }) => {
    const found = blocks.read(organizationId, "digest", number)?.content as Digest | undefined;
    return found?.tag === tag ? found : null;
  };
  const changed = (organizationId: string, before: Manifest, changes: Changes): Writing =>
    changedWriting(blocks, before, nextPageOf(organizationId), changes, {
      read: (kind, page) => read(organizationId, kind, page),
      digest: (page) => digest(organizationId, page),
    });
  return {
    kept,
    manifest: (organizationId) => manifests.get(organizationId),
    organizationIds: () => [...manifests.keys()],
    sizeOf: (organizationId) => blocks.sizeOf(organizationId),
    room,
    giveBack: () => kept === "disk" && blocks.giveBack(),
    read,
    eventLines: (organizationId, page) => linesIn(bytesOf(organizationId, "events", page)),
    digest,
    texts: (organizationId, { number, tag }) => {
      const block = blocks.readBytes(organizationId, "texts", number);
      return block && textsIn(block.bytes, tag);
    },
    beginFill: (organizationId, behind) => {
      if (behind === undefined) staging.drop(organizationId);
      const sealer = pageSealer(blocks, organizationId, nextPageOf(organizationId));
      let pages = behind?.manifest.pages;
      const taken = (facts: Manifest["facts"], window: FillWindow): Writing => {
        const added = sealer.take();
        pages = withPages(pages, added);
        return { manifest: { facts, pages, nextPage: sealer.next(), window }, added };
      };
      return {
        add: (kind, rows) => void sealer.seal(kind, rows),
        waiting: () => sealer.waiting(),
        bytes: () => sealer.bytes(),
        stage: (facts, window, after) => {
          if (room() < 0) throw new NoRoomError("There is no room for more");
          const { manifest, added } = taken(facts, window);
          staging.keep(organizationId, { manifest, after }, added);
        },
        commit: (facts, window) => commit(organizationId, taken(facts, window), true),
      };
    },
    staged: (organizationId) => staging.of(organizationId),
    stagedIds: () => staging.organizationIds(),
    dropStaged: (organizationId) => {
      staging.drop(organizationId);
      blocks.settle();
    },
    change: (organizationId, changes) => {
      const before = manifests.get(organizationId);
      if (before !== undefined) commit(organizationId, changed(organizationId, before, changes), false);
    },
    publish: (organizationId, changes) => {
      const staged = staging.of(organizationId);
      if (staged !== undefined) commit(organizationId, changed(organizationId, staged.manifest, changes), true);
    },
    forget: (organizationId) => {
      manifests.delete(organizationId);
      staging.forget(organizationId);
      let gone = false;
      blocks.write(() => {
        gone = blocks.forget(organizationId);
      });
      if (gone) blocks.settle();
    },
    keepOnly: (organizationIds) => {
      if (blocks.keepOnly([accountOwner, ...organizationIds])) blocks.settle();
      for (const id of manifests.keys()) if (!organizationIds.includes(id)) manifests.delete(id);
      for (const id of staging.organizationIds()) if (!organizationIds.includes(id)) staging.forget(id);
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
    writeOpening: (organizationId, opening) => {
      const sealed = blocks.seal(organizationId, "opening", 0, opening);
      try {
        blocks.write(() => blocks.put(organizationId, "opening", 0, sealed));
      } catch (error) {
        if (!isUnwritable(error)) throw error;
      }
    },
    saveTo: (file) => blocks.saveTo(file),
    close: () => db.close(),
    erase: () => {
      db.close();
      if (path !== null && kept === "disk") eraseFile(path);
    },
  };
}
