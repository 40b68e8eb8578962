import type { DatabaseSync } from "node:sqlite";
import { schemaVersion } from "./file.ts";
import { kindNumbers, type BlockKind } from "./kinds.ts";
import type { Seals } from "./seal.ts";

/** The blocks of a file: JSON or any bytes, sealed for the owner, kind and number under which each stands. */
export interface Blocks {
  seal(owner: string, kind: BlockKind, number: number, content: unknown): Buffer;
  sealBytes(owner: string, kind: BlockKind, number: number, bytes: Buffer): Buffer;
  put(owner: string, kind: BlockKind, number: number, sealed: Buffer): void;
  /** Null where there is none; undefined where one does not open. */
  read(
    owner: string,
    kind: BlockKind,
    number: number,
  ): { readonly content: unknown; readonly sealed: Uint8Array } | null;
  readBytes(
    owner: string,
    kind: BlockKind,
    number: number,
  ): { readonly bytes: Buffer; readonly sealed: Uint8Array } | null;
  /** The content of every block of a kind that opens. */
  all(kind: BlockKind): unknown[];
  /** The blocks of a kind that one owner has and that open, by their numbers. */
  of(owner: string, kind: BlockKind): { readonly number: number; readonly content: unknown }[];
  /** The highest number of an owner's blocks of a kind; none where there are none. */
  lastNumber(owner: string, kind: BlockKind): number[];
  /** Of all blocks of an owner, in bytes. */
  sizeOf(owner: string): number;
  drop(owner: string, kind: BlockKind, number: number): void;
  /** Whether there was anything of it. */
  forget(owner: string): boolean;
  /** Every other owner goes at once, whoever that was; whether there was one. */
  keepOnly(owners: readonly string[]): boolean;
  /** All of it is written, or nothing. */
  write(work: () => void): void;
  /** Writes all of it into a new file, sealed as it is. */
  saveTo(path: string): void;
  /** Takes what was erased out of the log beside the file as well. */
  settle(): void;
  /** Bytes of the file that nothing is in. */
  unused(): number;
  /** Gives a little of that back to the disk; false once that is not worth it. */
  giveBack(): boolean;
}

/** In bytes; less than that is in use again soon. */
const worthGivingBack = 16 * 1024 * 1024;
/** Pages given back at once; each may have to be moved, and whoever asks for something meanwhile waits. */
const pagesAtOnce = 100;

export function blocksIn(db: DatabaseSync, seals: Seals, version: number = schemaVersion): Blocks {
  /** What a block is bound to: moved elsewhere, or under another version of what is stored, it does not open. */
  const placeOf = (owner: Uint8Array, kind: BlockKind, number: number): string =>
    `${version}|${Buffer.from(owner).toString("hex")}|${kindNumbers[kind]}|${number}`;
  const put = db.prepare("insert or replace into blocks (owner, kind, number, sealed) values (?, ?, ?, ?)");
  const get = db.prepare("select sealed from blocks where owner = ? and kind = ? and number = ?");
  const all = db.prepare("select owner, number, sealed from blocks where kind = ?");
  const of = db.prepare("select number, sealed from blocks where owner = ? and kind = ? order by number");
  const last = db.prepare("select max(number) as value from blocks where owner = ? and kind = ?");
  const drop = db.prepare("delete from blocks where owner = ? and kind = ? and number = ?");
  const forget = db.prepare("delete from blocks where owner = ?");
  const owners = db.prepare("select distinct owner from blocks");
  const size = db.prepare("select coalesce(sum(length(sealed)), 0) as size from blocks where owner = ?");
  const free = db.prepare("select freelist_count * page_size as bytes from pragma_freelist_count, pragma_page_size");
  const open = (owner: Uint8Array, kind: BlockKind, number: number, sealed: unknown): unknown => {
    if (!(sealed instanceof Uint8Array)) return undefined;
    const content = seals.open(placeOf(owner, kind, number), sealed);
    return content === null ? undefined : JSON.parse(content.toString("utf8"));
  };
  const sealBytes: Blocks["sealBytes"] = (owner, kind, number, bytes) =>
    seals.seal(placeOf(seals.nameOf(owner), kind, number), bytes);
  const readBytes: Blocks["readBytes"] = (owner, kind, number) => {
    const name = seals.nameOf(owner);
    const sealed = get.get(name, kindNumbers[kind], number)?.["sealed"];
    if (!(sealed instanceof Uint8Array)) return null;
    const bytes = seals.open(placeOf(name, kind, number), sealed);
    return bytes && { bytes, sealed };
  };
  const write: Blocks["write"] = (work) => {
    db.exec("begin immediate");
    try {
      work();
      db.exec("commit");
    } catch (error) {
      if (db.isTransaction) db.exec("rollback");
      throw error;
    }
  };
  const settle = () => db.exec("pragma wal_checkpoint(truncate)");
  const unused = () => Number(free.get()?.["bytes"]);
  return {
    seal: (owner, kind, number, content) => sealBytes(owner, kind, number, Buffer.from(JSON.stringify(content))),
    sealBytes,
    put: (owner, kind, number, sealed) => void put.run(seals.nameOf(owner), kindNumbers[kind], number, sealed),
    read: (owner, kind, number) => {
      const block = readBytes(owner, kind, number);
      return block && { content: JSON.parse(block.bytes.toString("utf8")), sealed: block.sealed };
    },
    readBytes,
    all: (kind) =>
      all.all(kindNumbers[kind]).flatMap(({ owner, number, sealed }) => {
        const content = owner instanceof Uint8Array ? open(owner, kind, Number(number), sealed) : undefined;
        return content === undefined ? [] : [content];
      }),
    of: (owner, kind) => {
      const name = seals.nameOf(owner);
      return of.all(name, kindNumbers[kind]).flatMap(({ number, sealed }) => {
        const content = open(name, kind, Number(number), sealed);
        return content === undefined ? [] : [{ number: Number(number), content }];
      });
    },
    lastNumber: (owner, kind) => {
      const value = last.get(seals.nameOf(owner), kindNumbers[kind])?.["value"];
      return typeof value === "number" ? [value] : [];
    },
    sizeOf: (owner) => Number(size.get(seals.nameOf(owner))?.["size"]),
    drop: (owner, kind, number) => void drop.run(seals.nameOf(owner), kindNumbers[kind], number),
    forget: (owner) => Number(forget.run(seals.nameOf(owner)).changes) > 0,
    keepOnly: (kept) => {
      const names = new Set(kept.map((owner) => seals.nameOf(owner).toString("hex")));
      const others = owners
        .all()
        .flatMap(({ owner }) => (owner instanceof Uint8Array ? [owner] : []))
        .filter((owner) => !names.has(Buffer.from(owner).toString("hex")));
      // A disk that takes nothing stands in nobody's way where nothing has to go.
      if (others.length === 0) return false;
      write(() => {
        for (const owner of others) forget.run(owner);
      });
      return true;
    },
    write,
    saveTo: (path) => void db.prepare("vacuum into ?").run(path),
    settle,
    unused,
    giveBack: () => {
      const before = unused();
      if (before < worthGivingBack) return false;
      db.exec(`pragma incremental_vacuum(${pagesAtOnce})`);
      const left = unused();
      // The file becomes shorter with what stands in the log.
      if (left < worthGivingBack) settle();
      return left < before;
    },
  };
}
