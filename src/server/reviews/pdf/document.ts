import { SignedReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { hash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { shown } from "./covered.ts";
import { drawFeet, drawHead, drawProof } from "./head.ts";
import { newPdf } from "./page.ts";
import { drawTable } from "./table.ts";
import { clockOf } from "./words.ts";

/** Sets a signed record as a PDF that carries it. The same record gives the same bytes. */
export async function documentOf(file: string): Promise<Buffer> {
  const { evidence } = SignedReviewEvidence.parse(JSON.parse(file));
  const at = new Date(evidence.finishedAt);
  const name = shown(evidence.organization.name, evidence.organization.id);
  const pdf = newPdf({ title: `Access review of ${name}`, author: shown(evidence.reviewer.name, "Reviewer"), at });
  const bytes = buffer(pdf);
  const clock = clockOf(evidence.organization.timeZone);
  const end = drawTable(pdf, evidence.items, clock, drawHead(pdf, evidence, clock));
  drawProof(pdf, end, evidence, hash("sha256", file));
  drawFeet(pdf, evidence);
  pdf.file(Buffer.from(file), {
    name: "access-review.json",
    type: "application/json",
    description: "The signed record of this review",
    creationDate: at,
    modifiedDate: at,
  });
  pdf.end();
  return bytes;
}
