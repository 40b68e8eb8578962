import type { ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { verifyFile, type FileProblem } from "./verify-file.ts";

/** What is said of a file to a person, and whether it is what a server signed. */
export interface SpokenVerdict {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const problems: Readonly<Record<FileProblem, string>> = {
  notEvidence: "This is not the evidence of an access review.",
  changed: "The record was changed after it was signed, or set anew by another program.",
  key: "The signing key is not the one that the record names.",
  signature: "The signature does not fit: the record was changed after it was signed.",
  counts: "The sums of the record do not fit its people.",
  pdfSignature: "The PDF was changed after it was signed, or was never signed.",
  attachment: "The PDF does not carry the record that it was made of.",
};

/** Fingerprints are compared without the spaces and colons that people write into them. */
const plain = (fingerprint: string): string => fingerprint.toLowerCase().replaceAll(/[\s:]/g, "");

/** Checks a file, insisting on a signing key where one is given. */
export async function verdictOf(bytes: Buffer, key: string | null): Promise<SpokenVerdict> {
  const verdict = await verifyFile(bytes);
  if (!verdict.ok) return { ok: false, lines: ["NOT VALID", problems[verdict.problem]] };
  const { evidence, format, samePages } = verdict;
  if (key !== null && plain(key) !== evidence.keyId) {
    return {
      ok: false,
      lines: ["NOT VALID", `It was signed by ${evidence.keyId}, not by the key that you named.`],
    };
  }
  return { ok: true, lines: ["VALID", ...about(evidence), ...pages(samePages), ...trust(key, format)] };
}

function about({ organization, reviewer, counts, keyId, finishedAt, head }: ReviewEvidence): string[] {
  const sums = [
    `${counts.total} people`,
    `${counts.kept} kept`,
    `${counts.applied} carried out`,
    `${counts.flagged} flagged`,
    `${counts.undecided} undecided`,
  ];
  return [
    `Organization: ${printable(organization.name)} (${organization.id})`,
    `Reviewer: ${printable(reviewer.name)} <${printable(reviewer.email)}>`,
    `Finished: ${finishedAt}`,
    `Result: ${sums.join(", ")}`,
    `Audit log: revision ${head.revision}, ${head.hash}`,
    `Signing key: ${keyId}`,
  ];
}

/** What people wrote must not steer the terminal. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, "?");

function pages(same: boolean | null): string[] {
  if (same === null) return [];
  return same
    ? ["Pages: as this version of Orgdesk sets the attached record"]
    : ["Pages: set by another version of Orgdesk; the signature covers them all the same"];
}

function trust(key: string | null, format: "json" | "pdf"): string[] {
  if (key !== null) return ["The key is the one that you named."];
  const what = format === "pdf" ? "document" : "record";
  return [
    `Compare the signing key with the one that you know: the ${what} alone cannot prove whose it is.`,
    "Orgdesk shows it in the security log of an organization, and the server logs it when it starts.",
  ];
}
