import { pdfSignatureLine, pdfText } from "#contract/reviewPdf.ts";
import { keyIdOf } from "#domain/audit/head.ts";
import { hash, type KeyObject } from "node:crypto";
import { publicKeyOf, signText } from "../../audit/signing-key.ts";
import { sha256 } from "../../dispatch/audit.ts";
import { setDocument } from "./thread.ts";

/** A PDF of a signed record, itself signed: its last line is a comment with the signature over everything before. */
export async function signedPdf(file: string, key: KeyObject): Promise<Buffer> {
  const document = await setDocument(file);
  const publicKey = publicKeyOf(key);
  const keyId = keyIdOf(publicKey, sha256);
  const signature = signText(pdfText({ keyId, digest: hash("sha256", document) }), key);
  return Buffer.concat([document, Buffer.from(pdfSignatureLine({ keyId, publicKey, signature }))]);
}
