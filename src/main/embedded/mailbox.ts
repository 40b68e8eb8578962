import type { LocalMail } from "#contract/desktop.ts";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { mailText } from "./mail-text.ts";

const most = 50;

/** The newest mails that the server on this computer wrote as files, newest first. */
export async function readMailbox(folder: string): Promise<LocalMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtime.toISOString() })),
  );
  const newest = files.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most);
  return await Promise.all(
    newest.map(async ({ name, at }) => {
      const { to, subject, text } = mailText(await readFile(join(folder, name), "utf8"));
      return { to, subject, text, at };
    }),
  );
}
