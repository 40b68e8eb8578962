import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { ExportFiles } from "../../exports/export-files.ts";

/** Exports as files in the person's downloads folder, under a name that is still free. */
export function exportFolder(folder: string): ExportFiles {
  return {
    create: async (name) => {
      await mkdir(folder, { recursive: true });
      const path = freePath(folder, name);
      const part = `${path}.part`;
      return {
        stream: createWriteStream(part, { mode: 0o600 }),
        finish: async () => {
          await rename(part, path);
          return path;
        },
        discard: async () => await rm(part, { force: true }),
      };
    },
  };
}

function freePath(folder: string, name: string): string {
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${extension}`);
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path;
  }
}
