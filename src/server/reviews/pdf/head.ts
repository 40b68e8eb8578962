import type { ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { shown } from "./covered.ts";
import { bottom, colour, line, margin, paragraph, use, width, type Pdf } from "./page.ts";
import { reviewedWords, scopeWords, startedWords, type Clock } from "./words.ts";

/** The first page's head: what was reviewed, by whom, when, and what came of it. Answers where it ends. */
export function drawHead(pdf: Pdf, evidence: ReviewEvidence, clock: Clock): number {
  const { organization, reviewer, review } = evidence;
  line(pdf, "Access review", { x: margin, y: margin, width }, { size: 10, colour: colour.soft });
  const name = shown(organization.name, organization.id);
  line(pdf, name, { x: margin, y: margin + 16, width }, { font: "strong", size: 22 });
  const facts: readonly (readonly [string, string])[] = [
    ["Scope", scopeWords(review)],
    ["Reviewer", `${shown(reviewer.name, reviewer.email)}, ${shown(reviewer.roleName, "reviewer")}`],
    ["Address", shown(reviewer.email, reviewer.accountId)],
    ["Started", startedWords(evidence, clock)],
    ...(evidence.receivedAt === null ? [] : [["Received", clock.time(evidence.receivedAt)] as const]),
    ["Finished", clock.time(evidence.finishedAt)],
    ["State reviewed", reviewedWords(evidence, clock)],
    ["State at the end", `Revision ${evidence.head.revision} of the audit log`],
  ];
  const top = margin + 58;
  for (const [index, [label, value]] of facts.entries()) {
    const y = top + index * 15;
    line(pdf, label, { x: margin, y, width: 90 }, { colour: colour.soft });
    line(pdf, value, { x: margin + 96, y, width: width - 96 });
  }
  const counted = drawCounts(pdf, evidence, top + facts.length * 15 + 14);
  return evidence.undecidedReason === "" ? counted : drawReason(pdf, evidence.undecidedReason, counted);
}

function drawCounts(pdf: Pdf, { counts }: ReviewEvidence, y: number): number {
  const cells: readonly (readonly [string, number])[] = [
    ["People", counts.total],
    ["Kept", counts.kept],
    ["Carried out", counts.applied],
    ["Flagged", counts.flagged],
    ["Undecided", counts.undecided],
  ];
  const step = width / cells.length;
  pdf.roundedRect(margin, y, width, 46, 4).fill(colour.band);
  for (const [index, [label, value]] of cells.entries()) {
    const x = margin + 14 + index * step;
    const ink = label === "Flagged" && value > 0 ? colour.flag : colour.ink;
    line(pdf, value.toLocaleString("en-GB"), { x, y: y + 8, width: step }, { font: "strong", size: 15, colour: ink });
    line(pdf, label, { x, y: y + 28, width: step }, { size: 8, colour: colour.soft });
  }
  return y + 46 + 18;
}

function drawReason(pdf: Pdf, reason: string, y: number): number {
  line(pdf, "Why some stay undecided", { x: margin, y, width }, { colour: colour.soft });
  return y + 14 + paragraph(pdf, shown(reason), { x: margin, y: y + 14, width }) + 16;
}

/** How a reader makes sure of the document; on a page of its own where there is no room. */
export function drawProof(pdf: Pdf, y: number, { keyId, head }: ReviewEvidence, digest: string): void {
  const height = 178;
  if (y + height > bottom) pdf.addPage();
  const top = y + height > bottom ? margin : y + 20;
  line(pdf, "How to verify", { x: margin, y: top, width }, { font: "strong", size: 12 });
  const texts = [
    "This document is signed by the server, every byte of it. It carries the signed record of the review, from which it was made, as an attachment. Names and comments marked † are written in a script that the typeface lacks; the record has them in full.",
    `Signing key: ${keyId}`,
    `Record (SHA-256): ${digest}`,
    `Audit log at the end: revision ${head.revision}, ${head.hash}`,
    "Run: npm run verify-review FILE -- --key FINGERPRINT, with the fingerprint that your organization keeps. A key that only this document names proves nothing about who signed it.",
  ];
  let at = top + 20;
  for (const text of texts) at += paragraph(pdf, text, { x: margin, y: at, width }, { size: 8.5 }) + 7;
}

/** Page numbers and what the document is, on every page; called when all pages are there. */
export function drawFeet(pdf: Pdf, { organization, keyId }: ReviewEvidence): void {
  const { start, count } = pdf.bufferedPageRange();
  const name = shown(organization.name, organization.id);
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const y = bottom + 24;
    const style = { size: 7.5, colour: colour.soft };
    line(pdf, `Access review of ${name}`, { x: margin, y, width: 200 }, style);
    line(pdf, `Signed by ${keyId}`, { x: margin + 210, y, width: 190 }, style);
    const page = `Page ${index + 1} of ${count}`;
    const room = use(pdf, style).widthOfString(page);
    line(pdf, page, { x: margin + width - room, y, width: room + 1 }, style);
  }
}
