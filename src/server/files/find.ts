import { existsSync } from "node:fs";
import path from "node:path";

/** A file of the program by its path from a folder above this one: the source lies deeper than what is built of it. */
export function findUpwards(relative: string): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, relative);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`${relative} is missing from this installation`);
  }
}
