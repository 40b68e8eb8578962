/** Currencies by code and name: 'EUR, Euro'. `own` is kept even if this machine does not know it. */
export function currencyOptions(own: string, interfaceLanguage: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(interfaceLanguage, { type: "currency" });
  const codes = new Set([...Intl.supportedValuesOf("currency"), own]);
  return [...codes].sort().map((value) => ({ value, label: `${value}, ${names.of(value) ?? value}` }));
}
