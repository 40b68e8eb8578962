import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";

/** Undoes quoted-printable, in which the mail's text part is written. */
const plain = (text: string): string =>
  text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The mails that a server has written to its folder, as their recipients would read them. */
export function mailboxIn(folder: string) {
  const newestTo = async (address: string): Promise<string | undefined> => {
    const files = (await readdir(folder).catch(() => []))
      .filter((file) => file.endsWith(".eml"))
      .sort()
      .reverse();
    for (const file of files) {
      const text = plain(await readFile(path.join(folder, file), "utf8"));
      if (new RegExp(`^To: .*${address.replaceAll(/[.+]/g, "\\$&")}`, "m").test(text)) return text;
    }
    return undefined;
  };
  const find = async (address: string, pattern: RegExp): Promise<string> => {
    await expect.poll(async () => pattern.test((await newestTo(address)) ?? ""), { timeout: 15_000 }).toBe(true);
    return pattern.exec((await newestTo(address)) ?? "")?.[1] ?? "";
  };
  return {
    /** What a pattern finds in the mail that an address got last. */
    find,
    /** The six digits last mailed to an address. */
    code: async (address: string) => find(address, /^\s*(\d{6})\s*$/m),
    /** The invitation link last mailed to an address. */
    link: async (address: string) => find(address, /(http:\/\/\S+\/invite#token=[\w-]+)/),
  };
}

export type Mailbox = ReturnType<typeof mailboxIn>;
