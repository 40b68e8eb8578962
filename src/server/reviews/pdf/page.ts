import PDFDocument from "pdfkit";
import { findUpwards } from "../../files/find.ts";

export type Pdf = InstanceType<typeof PDFDocument>;

/** Measures of the page, in points: A4. */
export const margin = 48;
export const width = 595.28 - 2 * margin;
export const bottom = 841.89 - 64;

export const colour = { ink: "#1a1b1e", soft: "#5c5f66", line: "#d6d9de", band: "#f4f5f7", flag: "#b3261e" } as const;

export function newPdf(info: { readonly title: string; readonly author: string; readonly at: Date }): Pdf {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: 0, left: margin, right: margin },
    bufferPages: true,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    // The same record gives the same bytes.
    info: { Title: info.title, Author: info.author, Creator: "Orgdesk", CreationDate: info.at, ModDate: info.at },
  });
  pdf.registerFont("regular", findUpwards("resources/fonts/Inter-Regular.otf"));
  pdf.registerFont("strong", findUpwards("resources/fonts/Inter-SemiBold.otf"));
  return pdf;
}

export interface Style {
  readonly font?: "regular" | "strong";
  readonly size?: number;
  readonly colour?: string;
}

export function use(pdf: Pdf, { font = "regular", size = 9, colour: ink = colour.ink }: Style): Pdf {
  return pdf.font(font).fontSize(size).fillColor(ink);
}

/** One line that ends in an ellipsis where there is no room. */
export function line(pdf: Pdf, text: string, at: { x: number; y: number; width: number }, style: Style = {}): void {
  use(pdf, style);
  pdf.text(fitting(pdf, text.replaceAll("\n", " "), at.width), at.x, at.y, { lineBreak: false });
}

const segmenter = new Intl.Segmenter("en");

function fitting(pdf: Pdf, text: string, room: number): string {
  if (pdf.widthOfString(text) <= room) return text;
  const letters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (pdf.widthOfString(`${letters.slice(0, middle).join("")}…`) <= room) fits = middle;
    else tooMany = middle;
  }
  return `${letters.slice(0, fits).join("").trimEnd()}…`;
}

/** Several lines; answers how high they are. */
export function paragraph(
  pdf: Pdf,
  text: string,
  at: { x: number; y: number; width: number },
  style: Style = {},
): number {
  use(pdf, style);
  const options = { width: at.width, lineGap: 2 };
  const height = pdf.heightOfString(text, options);
  pdf.text(text, at.x, at.y, options);
  return height;
}

export function rule(pdf: Pdf, y: number): void {
  pdf
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.5)
    .strokeColor(colour.line)
    .stroke();
}
