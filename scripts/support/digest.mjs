import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One digest over the names and contents of files and folders; a path that does not exist counts as absent. */
export function digestOf(folder, paths) {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, folder, path);
  return hash.digest("hex");
}

function addTo(hash, folder, path) {
  const full = join(folder, path);
  const stats = statSync(full, { throwIfNoEntry: false });
  if (stats === undefined) {
    hash.update(`absent\0${path}\0`);
  } else if (stats.isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, folder, join(path, name));
  } else {
    hash.update(`${path}\0${stats.size}\0`).update(readFileSync(full));
  }
}
