import { open, type FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";

const hashBytes = 32;
/** A hash, and what tells that it is still the one that was written for its place. */
const entryBytes = hashBytes + 4;

/** The disk gave back something else than was written: that says nothing of the log. */
export class DamagedHashes extends Error {}

/** The hashes of an organization's events in order of revision, each computed on this desktop. */
export interface Hashes {
  count(): Promise<number>;
  /** The hashes of `first`, `first + 1` … up to `count` of them; fewer at the end. @throws DamagedHashes */
  read(first: number, count: number): Promise<string[]>;
  /** Writes hashes from a revision on; what stood there before is replaced. */
  write(first: number, hashes: readonly string[]): Promise<void>;
  /** Everything written is on the disk once this is done. */
  flush(): Promise<void>;
}

export const openHashes = (file: string): Hashes => ({
  count: async () => await using(file, async (handle) => Math.floor((await handle.stat()).size / entryBytes)),
  read: async (first, count) =>
    await using(file, async (handle) => {
      const size = count * entryBytes;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, at(first));
      return Array.from({ length: Math.floor(bytesRead / entryBytes) }, (_, index) =>
        readEntry(buffer.subarray(index * entryBytes, (index + 1) * entryBytes), first + index),
      );
    }),
  write: async (first, hashes) =>
    await using(file, async (handle) => {
      const entries = Buffer.concat(hashes.map((hash, index) => entryOf(hash, first + index)));
      await handle.write(entries, 0, entries.length, at(first));
    }),
  flush: async () => await using(file, async (handle) => await handle.sync()),
});

const at = (revision: number): number => (revision - 1) * entryBytes;

function entryOf(hash: string, revision: number): Buffer {
  const entry = Buffer.alloc(entryBytes);
  entry.write(hash, "hex");
  entry.writeUInt32BE(crc32(entry.subarray(0, hashBytes), revision), hashBytes);
  return entry;
}

function readEntry(entry: Buffer, revision: number): string {
  const hash = entry.subarray(0, hashBytes);
  if (entry.readUInt32BE(hashBytes) !== crc32(hash, revision)) throw new DamagedHashes();
  return hash.toString("hex");
}

async function using<Value>(file: string, work: (handle: FileHandle) => Promise<Value>): Promise<Value> {
  // Read and write, made where it is missing, never cut.
  const handle = await open(file, "a", 0o600).then(async (made) => {
    await made.close();
    return await open(file, "r+");
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
