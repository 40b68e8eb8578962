import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".cjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".map": "application/json; charset=utf-8",
};

export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly immutable: boolean;
}

/**
 * The file of the page that a URL path names, or null. Only known kinds of files below the folder exist; a path
 * without an extension is a place inside the application, which is its one HTML page.
 */
export async function pageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const name = fileNameOf(urlPath);
  if (name === null) return null;
  const type = types[extname(name)];
  const path = resolve(folder, name);
  if (type === undefined || !path.startsWith(resolve(folder) + sep)) return null;
  try {
    const body = await readFile(path);
    return { body: Buffer.from(body), type, immutable: name.startsWith("assets/") };
  } catch {
    return null;
  }
}

function fileNameOf(urlPath: string): string | null {
  const name = decoded(urlPath)?.replace(/^\/+/, "");
  if (name === undefined || /[\\\0]/.test(name) || name.split("/").some((part) => part.startsWith("."))) return null;
  return extname(name) === "" ? "index.html" : name;
}

function decoded(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}
