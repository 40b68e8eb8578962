import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { newId } from "../storage/ids.ts";
import type { Mail } from "./layout.ts";

export interface MailTransport {
  /** Hands one mail over. @throws when it was not taken, so that the job tries again */
  readonly send: (mail: Mail) => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens the way out that `--mail` names: `smtp://…` or `smtps://…`, or `file:DIR` for one .eml file per mail.
 * @throws Error with one sentence for a value that is neither
 */
export function openMail(option: string, from: string): MailTransport {
  if (option.startsWith("file:") && option.length > "file:".length) return toFiles(option.slice("file:".length), from);
  if (/^smtps?:\/\/[^/]/.test(option) && URL.canParse(option)) return toServer(option, from);
  throw new Error("The mail option must be smtp://HOST:PORT, smtps://HOST:PORT or file:DIR.");
}

function toServer(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = nodemailer.createTransport({ url, pool: true, ...timeouts, ...noFiles });
  return {
    send: async (mail) => void (await transport.sendMail(envelope(mail, from))),
    close: () => transport.close(),
  };
}

function toFiles(folder: string, from: string): MailTransport {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix", ...noFiles });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(envelope(mail, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${newId()}.eml`);
      // Renamed when whole: whoever watches the folder never reads half a mail.
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => transport.close(),
  };
}

/** A mail's content never makes the server read a file or fetch an address. */
const noFiles = { disableFileAccess: true, disableUrlAccess: true };

/** `Orgdesk <mail@example.com>` with another name in front of the same address. */
function senderOf(from: string, name: string | undefined): string | { name: string; address: string } {
  if (name === undefined) return from;
  return { name: `${name} via Orgdesk`, address: /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from };
}

function envelope({ to, fromName, subject, text, html }: Mail, from: string) {
  if (!/^[^\s\p{Cc}<>,;:"]+@[^\s\p{Cc}<>,;:"@]+$/u.test(to)) throw new Error("The recipient is not an e-mail address");
  return { from: senderOf(from, fromName), to: { name: "", address: to }, subject, text, html };
}
