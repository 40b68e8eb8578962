import { badImage } from "./bad-image.ts";

/** Reading takes longer than these parts grow, so more would hold up the server for seconds. Logos have some hundreds. */
const most = { elements: 4_000, attributesOfOne: 100, depth: 100 };

/**
 * The text of an SVG as it will be parsed: without declarations, comments and entities, of a size that is read quickly.
 * What is counted here is the very text that is parsed, so nothing can look small and be large.
 */
export function plainSvg(bytes: Uint8Array): string {
  const text = decoded(bytes);
  // Entities can refer to files and multiply without end; no logo needs its own.
  if (/<!ENTITY/i.test(text)) badImage("unsafe", "Save the SVG again without entities");
  const stripped = replaced(replaced(text, "<!--", "-->", nothing), "<![CDATA[", "]]>", escaped);
  const plain = replaced(stripped, "<?", "?>", nothing).replace(/<!DOCTYPE[^<>[\]]*>/i, "");
  if (/<[!?]/.test(plain)) badImage("unsafe", "Save the SVG again as plain SVG");
  measure(plain.split("<").slice(1));
  return plain.trim();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return badImage("unreadable", "This image is damaged");
  }
}

const nothing = (): string => "";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Puts something else for what stands between two marks. An expression would look for a missing end again and again. */
function replaced(text: string, start: string, end: string, put: (content: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = text.indexOf(start, from);
    const until = at === -1 ? -1 : text.indexOf(end, at + start.length);
    if (until === -1) return parts.join("") + text.slice(from);
    parts.push(text.slice(from, at), put(text.slice(at + start.length, until)));
    from = until + end.length;
  }
}

/** Everything of a tag up to its end; quoted values may hold what ends it elsewhere. */
function headOf(piece: string): string {
  const mark = /["'>]/g;
  for (let found = mark.exec(piece); found !== null; found = mark.exec(piece)) {
    if (found[0] === ">") return piece.slice(0, found.index + 1);
    const closing = piece.indexOf(found[0], found.index + 1);
    if (closing === -1) break;
    mark.lastIndex = closing + 1;
  }
  return badImage("unreadable", "This image is damaged");
}

function measure(pieces: readonly string[]): void {
  let [elements, depth] = [0, 0];
  for (const piece of pieces) {
    if (piece.startsWith("/")) {
      depth -= 1;
      continue;
    }
    const head = headOf(piece);
    elements += 1;
    if (!head.endsWith("/>")) depth += 1;
    const tooMuch = elements > most.elements || depth > most.depth || head.split("=").length > most.attributesOfOne;
    if (tooMuch) badImage("tooComplex", "This SVG has too many parts");
  }
}
