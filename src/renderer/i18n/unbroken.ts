const isoDay = /\b(\d{4})-(\d\d)-(\d\d)\b/g;

/** What goes into a sentence: a line may not end within a day written as 2026-11-22, between whose parts stand hyphens. */
export const unbroken = (value: string): string => value.replace(isoDay, "$1-\u2060$2-\u2060$3");
