import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files that the desktop starts or serves. */
export interface Programs {
  readonly server: string;
  readonly sample: string;
  readonly leash: string;
  /** The thread that keeps the snapshot. */
  readonly snapshot: string;
  readonly renderer: string;
  readonly preload: string;
}

/** Finds them from the folder of the running program: built ones beside built code, else TypeScript source. */
export function findPrograms(here: string): Programs {
  const root = rootAbove(here);
  const built = join(root, "out", "main");
  const choose = (bundle: string, source: string) => {
    const bundled = join(built, bundle);
    return here.startsWith(built) && existsSync(bundled) ? bundled : join(root, "src", source);
  };
  return {
    server: choose("server.js", "server/main.ts"),
    sample: choose("sample.js", "server/sample/main.ts"),
    leash: choose("leash.js", "main/embedded/leash.ts"),
    snapshot: choose("snapshot.js", "main/snapshot/worker/main.ts"),
    renderer: join(root, "out", "renderer"),
    preload: join(root, "out", "preload"),
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Orgdesk's own folder was not found");
  return rootAbove(parent);
}
