import { countries } from "#domain/countries.ts";

/** Countries by name in the interface's language, after the way to name none. */
export function countryOptions(interfaceLanguage: string, none: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(interfaceLanguage, { type: "region" });
  const named = countries.map((value) => ({ value, label: names.of(value) ?? value }));
  return [{ value: "", label: none }, ...named.sort((a, b) => a.label.localeCompare(b.label, interfaceLanguage))];
}
