import type { EvidenceItem } from "#contract/entities/reviewEvidence.ts";
import { shown } from "./covered.ts";
import { bottom, colour, line, margin, paragraph, rule, use, width, type Pdf } from "./page.ts";
import { decisionWords, formerWords, outcomeWords, recommendationWords, seenWords, type Clock } from "./words.ts";

const columns = [
  { title: "Person", x: margin, width: 152 },
  { title: "As reviewed", x: margin + 156, width: 92 },
  { title: "Recommendation", x: margin + 256, width: 100 },
  { title: "Decision and outcome", x: margin + 364, width: width - 364 },
] as const;

const [person, seen, recommended, decided] = columns;
const rowHeight = 40;
const lineHeight = 11.5;

function drawTitles(pdf: Pdf, y: number): number {
  for (const { title, ...at } of columns) line(pdf, title, { ...at, y }, { size: 8, colour: colour.soft });
  rule(pdf, y + 13);
  return y + 19;
}

/** Everybody with what was decided; as many pages as it takes. Answers where it ends. */
export function drawTable(pdf: Pdf, items: readonly EvidenceItem[], clock: Clock, top: number): number {
  let y = drawTitles(pdf, top);
  for (const item of items) {
    const height = rowHeight + commentHeight(pdf, item, clock);
    if (y + height > bottom) {
      pdf.addPage();
      y = drawTitles(pdf, margin);
    }
    drawRow(pdf, item, clock, y);
    y += height;
    rule(pdf, y - 4);
  }
  return y;
}

/** What stands below a person: what was decided before, and the comment. */
function below(item: EvidenceItem, clock: Clock): string {
  const comment = item.comment === "" ? [] : [shown(item.comment, "Comment in the attached record")];
  return [...formerWords(item, clock.time), ...comment].join("\n");
}

function commentHeight(pdf: Pdf, item: EvidenceItem, clock: Clock): number {
  const text = below(item, clock);
  if (text === "") return 0;
  use(pdf, { size: 8 });
  return pdf.heightOfString(text, { width: width - 12, lineGap: 2 }) + 7;
}

function drawRow(pdf: Pdf, item: EvidenceItem, clock: Clock, y: number): void {
  const small = { size: 8, colour: colour.soft };
  line(pdf, shown(item.name, item.email, item.memberId), { ...person, y }, { font: "strong", size: 9 });
  line(pdf, shown(item.email, item.memberId), { ...person, y: y + lineHeight }, small);
  if (item.own) line(pdf, "The reviewer's own access", { ...person, y: y + 2 * lineHeight }, small);
  for (const [index, text] of seenWords(item, clock.day).entries()) {
    line(pdf, text, { ...seen, y: y + index * lineHeight }, index === 0 ? { size: 8.5 } : small);
  }
  drawLines(pdf, recommendationWords(item), { ...recommended, y }, 3, { size: 8, colour: colour.ink });
  line(pdf, decisionWords(item), { ...decided, y }, { font: "strong", size: 8.5 });
  const ink = item.outcome.flag === null ? colour.soft : colour.flag;
  drawLines(pdf, outcomeWords(item), { ...decided, y: y + lineHeight }, 2, { size: 8, colour: ink });
  const text = below(item, clock);
  if (text === "") return;
  paragraph(pdf, text, { x: margin + 12, y: y + rowHeight - 3, width: width - 12 }, { size: 8 });
}

/** Words over a few lines; what does not fit ends in an ellipsis. */
function drawLines(
  pdf: Pdf,
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
  most: number,
  style: { readonly size: number; readonly colour: string },
): void {
  use(pdf, style);
  let rest = text;
  for (let index = 0; index < most && rest !== ""; index += 1) {
    const taken = index === most - 1 ? rest : firstLine(pdf, rest, at.width);
    line(pdf, taken, { ...at, y: at.y + index * (style.size + 2.5) }, style);
    rest = rest.slice(taken.length).trimStart();
  }
}

/** As many words as fit, at least one. */
function firstLine(pdf: Pdf, text: string, room: number): string {
  const words = text.split(" ");
  let taken = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (pdf.widthOfString(`${taken} ${word}`) > room) break;
    taken = `${taken} ${word}`;
  }
  return taken;
}
