/** The parts of a mail that a person reads. */
export interface MailText {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads a mail as our server writes it: plain text, alone or as one part of several. */
export function mailText(raw: string): MailText {
  const mail = splitPart(raw);
  return {
    to: decodeWords(mail.headers.get("to") ?? ""),
    subject: decodeWords(mail.headers.get("subject") ?? ""),
    text: plainText(mail).replaceAll("\r\n", "\n").trim(),
  };
}

function splitPart(raw: string): Part {
  const text = raw.replaceAll(/\r?\n/g, "\r\n");
  const end = text.indexOf("\r\n\r\n");
  const head = end === -1 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === -1 ? "" : text.slice(end + 4) };
}

function plainText(part: Part): string {
  const type = part.headers.get("content-type") ?? "text/plain";
  if (!/^multipart\//i.test(type)) return /^text\/plain/i.test(type) ? decodeBody(part) : "";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) return "";
  const parts = part.body.split(`--${boundary}`).slice(1, -1);
  return parts.map((raw) => plainText(splitPart(raw.replace(/^\r\n/, "")))).find((text) => text !== "") ?? "";
}

function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? decodeQuoted(body.replaceAll(/=\r\n/g, "")) : body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

// RFC 2047: =?utf-8?Q?Caf=C3=A9?=
function decodeWords(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeQuoted(text.replaceAll("_", " ")),
    );
}
