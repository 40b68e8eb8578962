const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/**
 * A name inside a sentence; one that runs from right to left is kept from turning the words around it. The sentence has
 * no `dir="auto"`: that looks into the name, and would turn it after all.
 */
export const inSentence = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);
