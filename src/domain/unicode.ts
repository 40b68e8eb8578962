/** Embeddings, overrides and isolates: they can make a text read as another one. Plain marks (LRM, RLM) cannot. */
export const directionOverride = /[\u202a-\u202e\u2066-\u2069]/u;

/** Control characters and the two separators that break lines in unexpected places. */
export const controlCharacter = /[\p{Cc}\u2028\u2029]/u;

/** A text that shows something: more than blanks, marks and characters that have no picture. */
export const visible = /[^\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{M}]/u;

/** Length as a person counts: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Length in UTF-8, in bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
