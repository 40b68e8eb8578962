import type { ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { checkEvidence, isPlainBase64, type EvidenceProblem } from "#contract/reviewEvidence.ts";
import { pdfSignatureIn, pdfSignatureLine, pdfText } from "#contract/reviewPdf.ts";
import { keyIdOf } from "#domain/audit/head.ts";
import { ed25519By } from "#domain/audit/signature.ts";
import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";
import { sha256 } from "../dispatch/audit.ts";
import { attachedRecord } from "./pdf/attached-record.ts";
import { documentOf } from "./pdf/document.ts";

/** `pdfSignature`: the PDF was changed, or signed by nobody. `attachment`: the record in it is missing or another's. */
export type FileProblem = EvidenceProblem | "pdfSignature" | "attachment";

export type FileVerdict =
  | {
      readonly ok: true;
      readonly format: "json" | "pdf";
      readonly evidence: ReviewEvidence;
      /** Whether this version of Orgdesk sets the record on the very same pages; null for a record alone. */
      readonly samePages: boolean | null;
    }
  | { readonly ok: false; readonly format: "json" | "pdf"; readonly problem: FileProblem };

const verifySignature = ed25519By<KeyObject, Buffer>({
  createPublicKey,
  verify,
  bytesOf: (text, encoding) => Buffer.from(text, encoding),
});

/** Checks the evidence of a review, as a record or as a PDF. Whose key it names is for the caller to know. */
export async function verifyFile(bytes: Buffer): Promise<FileVerdict> {
  return bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? verifyPdf(bytes) : verifyRecord(bytes);
}

function verifyRecord(bytes: Buffer): FileVerdict {
  const format = "json";
  const text = textOf(bytes);
  if (text === null) return { ok: false, format, problem: "notEvidence" };
  const checked = checkEvidence(text, { sha256, verify: verifySignature });
  if (!checked.ok) return { ok: false, format, problem: checked.problem };
  return { ok: true, format, evidence: checked.evidence, samePages: null };
}

/** The text of the bytes, if they are nothing but its UTF-8. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : null;
}

async function verifyPdf(bytes: Buffer): Promise<FileVerdict> {
  const format = "pdf";
  const no = (problem: FileProblem): FileVerdict => ({ ok: false, format, problem });
  const signed = pdfSignatureIn(bytes.subarray(-1024).toString("latin1"));
  if (signed === null || !isPlainBase64(signed.publicKey) || !isPlainBase64(signed.signature))
    return no("pdfSignature");
  const document = bytes.subarray(0, bytes.length - pdfSignatureLine(signed).length);
  const text = pdfText({ keyId: signed.keyId, digest: hash("sha256", document) });
  if (signed.keyId !== keyIdOf(signed.publicKey, sha256)) return no("key");
  if (!verifySignature(text, signed.signature, signed.publicKey)) return no("pdfSignature");
  const attached = attachedRecord(document);
  const record = attached === null ? null : textOf(attached);
  if (record === null) return no("attachment");
  const checked = checkEvidence(record, { sha256, verify: verifySignature });
  if (!checked.ok) return no(checked.problem);
  if (checked.publicKey !== signed.publicKey) return no("attachment");
  return { ok: true, format, evidence: checked.evidence, samePages: (await documentOf(record)).equals(document) };
}
