import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ExportFiles } from "../../exports/export-files.ts";
import { securityHeaders } from "../page/security-headers.ts";

interface Waiting {
  readonly path: string;
  readonly name: string;
}

/** Finished exports, each to be downloaded once by a window through an address of the shell. */
export interface Downloads extends ExportFiles {
  /** Sends the file behind `/download/TOKEN` and forgets it; false where there is none. */
  send(urlPath: string, response: ServerResponse): Promise<boolean>;
  /** Removes what an earlier run left that was killed; what another one is about to send is younger. */
  sweep(): Promise<void>;
  clear(): Promise<void>;
}

const prefix = "/download/";
const leftAfterMs = 60 * 60_000;

export function createDownloads(folder: string): Downloads {
  const waiting = new Map<string, Waiting>();
  return {
    create: async (name) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const token = randomBytes(24).toString("base64url");
      const path = join(folder, token);
      return {
        stream: createWriteStream(path, { mode: 0o600, flags: "wx" }),
        finish: async () => {
          waiting.set(token, { path, name });
          return `${prefix}${token}`;
        },
        discard: async () => await rm(path, { force: true }),
      };
    },
    send: async (urlPath, response) => {
      const token = urlPath.startsWith(prefix) ? urlPath.slice(prefix.length) : "";
      const file = waiting.get(token);
      if (file === undefined) return false;
      waiting.delete(token);
      response.writeHead(200, {
        ...securityHeaders,
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="${file.name}"`,
        "Cache-Control": "no-store",
      });
      try {
        await pipeline(createReadStream(file.path), response);
      } finally {
        await rm(file.path, { force: true });
      }
      return true;
    },
    sweep: async () => {
      for (const name of await readdir(folder).catch(() => [])) {
        const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
        if (Date.now() - mtimeMs > leftAfterMs) await rm(join(folder, name), { force: true });
      }
    },
    clear: async () => await rm(folder, { recursive: true, force: true }),
  };
}
