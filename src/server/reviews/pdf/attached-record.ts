import { inflateSync } from "node:zlib";

const marker = "\n/Type /EmbeddedFile\n";
/** A record of the largest review is smaller. */
const mostBytes = 256 * 1024 * 1024;

/** The file that a PDF of ours carries; null where there is not exactly one that can be read. */
export function attachedRecord(pdf: Buffer): Buffer | null {
  const at = pdf.indexOf(marker, 0, "latin1");
  if (at < 0 || pdf.indexOf(marker, at + 1, "latin1") >= 0) return null;
  const begin = pdf.indexOf("\nstream\n", at, "latin1");
  const length = Number(/\/Length (\d{1,10})\n/.exec(pdf.subarray(at, begin).toString("latin1"))?.[1] ?? Number.NaN);
  if (begin < 0 || !Number.isSafeInteger(length)) return null;
  const from = begin + "\nstream\n".length;
  try {
    return inflateSync(pdf.subarray(from, from + length), { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
