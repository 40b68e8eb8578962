/** A mail ready to send: one recipient, plain text and HTML of the same words. */
export interface Mail {
  readonly to: string;
  /** Whose name stands before the sender's address, where it is not ours. */
  readonly fromName?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Paragraph =
  | string
  | { readonly code: string }
  | { readonly quote: string }
  | { readonly link: string; readonly label: string };

/** Sets the same paragraphs as plain text and as HTML that every mail program shows. */
export function layOut(paragraphs: readonly Paragraph[]): Pick<Mail, "text" | "html"> {
  const text = `${paragraphs.map(asText).join("\n\n")}\n`;
  const body = paragraphs.map(asHtml).join("\n");
  return {
    text,
    html: `<!doctype html><html lang="en"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">\n${body}\n</body></html>\n`,
  };
}

function asText(paragraph: Paragraph): string {
  if (typeof paragraph === "string") return paragraph;
  if ("code" in paragraph) return `    ${paragraph.code}`;
  if ("quote" in paragraph) return paragraph.quote.replace(/^/gm, "> ");
  return `${paragraph.label}:\n${paragraph.link}`;
}

function asHtml(paragraph: Paragraph): string {
  if (typeof paragraph === "string") return `<p>${escapeHtml(paragraph)}</p>`;
  if ("code" in paragraph)
    return `<p style="font-size:24px;letter-spacing:4px"><b>${escapeHtml(paragraph.code)}</b></p>`;
  if ("quote" in paragraph)
    return `<blockquote style="white-space:pre-line">${escapeHtml(paragraph.quote)}</blockquote>`;
  return `<p><a href="${escapeHtml(paragraph.link)}">${escapeHtml(paragraph.label)}</a></p>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Text for a header or the middle of a sentence: control characters and line breaks become one space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** For example '21 November 2026, 18:00 UTC'. */
export function inWords(time: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(new Date(time)).replace(" at ", ", ")} UTC`;
}
