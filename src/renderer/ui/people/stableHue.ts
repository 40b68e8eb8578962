/** Hues far enough apart to tell neighbours from each other. */
const hues = [12, 38, 95, 145, 175, 205, 235, 265, 295, 330] as const;

/** The same hue for the same id, always (FNV-1a over the id). */
export function stableHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hues[(hash >>> 0) % hues.length] ?? hues[0];
}

/** One or two letters of a name; whole graphemes, so that emoji and combined letters stay intact. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return (
    chosen
      .map((word = "") => firstLetter(word))
      .join("")
      .toLocaleUpperCase() || "?"
  );
}

/** Made once, and only for letters that need it: it costs far more to make than to use. */
let segmenter: Intl.Segmenter | undefined;

function firstLetter(word: string): string {
  // Two plain letters need no segmenter; a mark after the first would belong to it.
  if (/^[a-z0-9]([ -~]|$)/i.test(word)) return word.charAt(0);
  return (segmenter ??= new Intl.Segmenter()).segment(word)[Symbol.iterator]().next().value?.segment ?? "";
}
