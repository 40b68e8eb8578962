import nodemailer from "nodemailer";
import { mailText } from "#main/embedded/mail-text.ts";
import { expect, test } from "vitest";

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });

/** A mail as the server's own library writes it. */
async function written(subject: string, text: string, html?: string): Promise<string> {
  const mail = {
    from: "orgdesk@example.com",
    to: "ada@example.com",
    subject,
    text,
    ...(html === undefined ? {} : { html }),
  };
  const { message } = await transport.sendMail(mail);
  if (!Buffer.isBuffer(message)) throw new Error("The mail was not kept in memory");
  return message.toString("utf8");
}

test.each([
  ["plain", "Your code", "Your code is 123456.\n\nIt works for 15 minutes."],
  ["accents", "Grüße für Zoë – bitte", "Zoë lädt dich ein: „Café Übergröße“"],
  ["other scripts and emoji", "組織への招待 🎉", "こんにちは 🎉\nשלום"],
  ["long lines", "A subject ".repeat(12).trim(), `https://orgdesk.example/invite#token=${"a=b".repeat(60)}`],
])("%s", async (_, subject, text) => {
  expect(mailText(await written(subject, text))).toEqual({ to: "ada@example.com", subject, text });
});

test("of several parts, the plain text is read", async () => {
  expect(mailText(await written("Hello", "Grüße", "<p>Grüße</p>")).text).toBe("Grüße");
});

test.each([
  ["", { to: "", subject: "", text: "" }],
  ["no headers at all", { to: "", subject: "", text: "" }],
  ["Content-Type: multipart/mixed\r\n\r\nbody", { to: "", subject: "", text: "" }],
  ["Subject: =?utf-8?Q?=ZZ?=\n\nbody", { to: "", subject: "=ZZ", text: "body" }],
])("something damaged (%j) is read as far as it goes", (raw, expected) => {
  expect(mailText(raw)).toEqual(expected);
});
