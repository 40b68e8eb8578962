/** 'Owner and Admin', or 'Owner or Admin', joined as the interface's language does. */
export function listOf(
  words: readonly string[],
  language: string,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return new Intl.ListFormat(language, { type }).format(words);
}
