const ascii = /^[\0-\x7f]*$/;
const marks = /[\u0300-\u036f]/gu;

/**
 * The key by which names are searched and sorted: without case and accents. The same as the server's `orgdesk_fold`
 * on its embedded database, so that a list without a connection has the server's order and finds what it finds.
 */
export function searchKey(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // Letter by letter: a sigma at the end of a word is a sigma to the server.
  return Array.from(text.normalize("NFKD").replaceAll(marks, ""), (letter) => letter.toLowerCase()).join("");
}

const beyond = /[\ud800-\uffff]/;

/**
 * A search key in the form in which `<` orders by code point, as the server does: JavaScript compares UTF-16 units, by
 * which an emoji would stand before the full-width letters.
 */
export function sortKey(text: string): string {
  const key = searchKey(text);
  if (!beyond.test(key)) return key;
  let sorted = "";
  for (let index = 0; index < key.length; index++) sorted += String.fromCharCode(lifted(key.charCodeAt(index)));
  return sorted;
}

/** Surrogates above everything else, what was above them below. */
function lifted(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}
