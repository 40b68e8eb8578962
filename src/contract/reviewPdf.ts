import { orderedJson } from "#domain/audit/orderedJson.ts";

const kind = "orgdesk.reviewPdf.1";

/** What is signed of a PDF: the digest (SHA-256) of all its bytes before the line with the signature. */
export const pdfText = (statement: { readonly keyId: string; readonly digest: string }): string =>
  JSON.stringify(orderedJson({ kind, ...statement }));

/** A PDF's signature, as its last line says it: a comment after the end of the file. Key (SPKI) and signature in base64. */
export interface PdfSignature {
  readonly keyId: string;
  readonly publicKey: string;
  readonly signature: string;
}

/** The last line of a review's PDF: a comment to PDF readers, it signs every byte before it. */
export const pdfSignatureLine = ({ keyId, publicKey, signature }: PdfSignature): string =>
  `%${kind} ${keyId} ${publicKey} ${signature}\n`;

const lastLine = /\n%orgdesk\.reviewPdf\.1 ([0-9a-f]{32}) ([A-Za-z0-9+/=]{1,400}) ([A-Za-z0-9+/=]{1,400})\n$/;

/** The signature that ends a PDF, given its last kilobyte; null where there is none. */
export function pdfSignatureIn(end: string): PdfSignature | null {
  const [, keyId, publicKey, signature] = lastLine.exec(end) ?? [];
  return keyId === undefined || publicKey === undefined || signature === undefined
    ? null
    : { keyId, publicKey, signature };
}
