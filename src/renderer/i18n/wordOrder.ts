/** Made when something is first sorted: making one costs more than drawing a table of rows. */
let collator: Intl.Collator | undefined;

/** Words as people order them: without case and accents, numbers in them by size. */
export const compareWords = (a: string, b: string): number =>
  (collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: "base" })).compare(a, b);
