/** What the typeface of the PDF can show: Latin, Greek and Cyrillic with their signs, as its character map has them. */
const covered =
  /^[\n\x20-\x7e\u00a0-\u0148\u014a-\u01c3\u01c5-\u031e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u049d\u04a0-\u04ff\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2122]*$/u;

/** Whether the document can show all of a text. */
export const isCovered = (text: string): boolean => covered.test(text);

/** Stands for a text, or after its replacement, where the document sends the reader to the record it carries. */
export const mark = "†";

/** A text, or the first of these that can be shown, marked; the mark alone where none can. */
export function shown(text: string, ...instead: readonly string[]): string {
  if (isCovered(text)) return text;
  const other = instead.find((one) => one !== "" && isCovered(one));
  return other === undefined ? mark : `${other} ${mark}`;
}
