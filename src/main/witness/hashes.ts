import { open, type FileHandle } from "node:fs/promises";

const bytes = 32;

/** The hashes of an organization's events in order of revision, each computed on this desktop. */
export interface Hashes {
  count(): Promise<number>;
  /** The hashes of `first`, `first + 1` … up to `count` of them; fewer at the end. */
  read(first: number, count: number): Promise<string[]>;
  /** Writes hashes from a revision on; what stood there before is replaced. */
  write(first: number, hashes: readonly string[]): Promise<void>;
  /** Everything written is on the disk once this is done. */
  flush(): Promise<void>;
}

export const openHashes = (file: string): Hashes => ({
  count: async () => await using(file, async (handle) => Math.floor((await handle.stat()).size / bytes)),
  read: async (first, count) =>
    await using(file, async (handle) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count * bytes), 0, count * bytes, at(first));
      return Array.from({ length: Math.floor(bytesRead / bytes) }, (_, index) =>
        buffer.subarray(index * bytes, (index + 1) * bytes).toString("hex"),
      );
    }),
  write: async (first, hashes) =>
    await using(file, async (handle) => {
      await handle.write(Buffer.from(hashes.join(""), "hex"), 0, hashes.length * bytes, at(first));
    }),
  flush: async () => await using(file, async (handle) => await handle.sync()),
});

const at = (revision: number): number => (revision - 1) * bytes;

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
