import { unbroken } from "./unbroken.ts";

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/**
 * What goes into a sentence. A name that runs from right to left is kept from turning the words around it: the sentence
 * has no `dir="auto"`, which looks into the name and would turn it after all. Every text does so with its values; only
 * the names of a list that is put together before ask for it.
 */
export const inSentence = (value: string): string =>
  rightToLeft.test(value) ? `\u2068${unbroken(value)}\u2069` : unbroken(value);

/** What somebody copied from a sentence, without the marks that only arrange it. */
export const outOfSentence = (text: string): string => text.replaceAll(/[\u2060\u2068\u2069]/gu, "").trim();
