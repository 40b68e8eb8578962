import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { openMail } from "#server/mail/transport.ts";
import { startSmtp as openSmtp } from "#test/support/smtp.ts";

const from = "Orgdesk <no-reply@orgdesk.example.com>";
const mail = { to: "kim@example.com", subject: "Größe & <b>", text: "Code 482913\n", html: "<p>Code 482913</p>" };
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function startSmtp(refuse = false) {
  const smtp = await openSmtp(refuse);
  cleanUp.push(smtp.stop);
  return smtp;
}

test("a mail reaches a real SMTP server with both of its parts", async () => {
  const { url, received } = await startSmtp();
  const transport = openMail(url, from);
  await transport.send(mail);
  transport.close();
  expect(received[0]?.to).toEqual(["kim@example.com"]);
  expect(received[0]?.content).toMatch(/^From: Orgdesk <no-reply@orgdesk.example.com>/m);
  expect(received[0]?.content).toMatch(/text\/plain[\s\S]*Code 482913[\s\S]*text\/html[\s\S]*<p>Code 482913<\/p>/);
});

test("a mailbox that the server refuses and a server that is away are both told", async () => {
  const { url } = await startSmtp(true);
  const refused = openMail(url, from);
  await expect(refused.send(mail)).rejects.toThrow("no such mailbox");
  refused.close();
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address instanceof Object ? address.port : 0));
    });
  });
  const away = openMail(`smtp://127.0.0.1:${port}`, from);
  await expect(away.send(mail)).rejects.toThrow("ECONNREFUSED");
  away.close();
});

test("a folder gets one private file per mail", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-mail-"));
  cleanUp.push(async () => rm(folder, { recursive: true }));
  const transport = openMail(`file:${folder}`, from);
  await Promise.all([transport.send(mail), transport.send({ ...mail, to: "lee@example.com" })]);
  const files = await readdir(folder);
  expect(files).toHaveLength(2);
  const contents = await Promise.all(files.map(async (file) => readFile(path.join(folder, file), "utf8")));
  const recipients = new Set(contents.map((content) => /^To: (.*)$/m.exec(content)?.[1]));
  expect(recipients).toEqual(new Set(["kim@example.com", "lee@example.com"]));
  expect((await stat(path.join(folder, files[0] ?? ""))).mode & 0o077).toBe(0);
});

test.each([
  "kim@example.com\r\nBcc: victim@example.com",
  "kim@example.com, victim@example.com",
  "Kim <kim@example.com>",
  "nobody",
])("no second recipient and no header comes of the address %j", async (to) => {
  const { url, received } = await startSmtp();
  const transport = openMail(url, from);
  await expect(transport.send({ ...mail, to })).rejects.toThrow("not an e-mail address");
  transport.close();
  expect(received).toEqual([]);
});

test("a line break in the subject makes no header", async () => {
  const { url, received } = await startSmtp();
  const transport = openMail(url, from);
  await transport.send({ ...mail, subject: "Hello\r\nBcc: victim@example.com" });
  transport.close();
  expect(received[0]?.to).toEqual(["kim@example.com"]);
  expect(received[0]?.content).not.toMatch(/^Bcc:/m);
});

test.each(["", "file:", "smtp://", "sendmail", "http://example.com"])("%j is no way out", (option) => {
  expect(() => openMail(option, from)).toThrow("smtp://HOST:PORT");
});
