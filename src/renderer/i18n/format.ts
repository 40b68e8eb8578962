/** What decides how numbers, money and times read: the organization's, else the person's machine's. */
export interface Locale {
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** IANA, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

export function systemLocale(): Locale {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { language: locale, timeZone };
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale.language).format(value);
}

/** @param minor integer minor units of the ISO 4217 `currency`. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale.language, { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A day: '3 Mar 2026'. */
export function formatDate(iso: string, locale: Locale): string {
  return formatter(locale, { day: "numeric", month: "short", year: "numeric" }).format(new Date(iso));
}

/** To the minute, as lists of events need it: '3 Mar 2026, 14:05'. */
export function formatDateTime(iso: string, locale: Locale): string {
  return formatter(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** To the second and with the zone's name, for hovering and evidence: '3 March 2026 at 14:05:09 CET'. */
export function formatExact(iso: string, locale: Locale): string {
  return formatter(locale, { dateStyle: "long", timeStyle: "long" }).format(new Date(iso));
}

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale.language, { timeZone: locale.timeZone, ...options });
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** '5 minutes ago', 'in 3 days'; null within a minute, for which each language has its own phrase. */
export function formatRelative(iso: string, now: number, locale: Locale): string | null {
  const seconds = (Date.parse(iso) - now) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return null;
  return new Intl.RelativeTimeFormat(locale.language, { numeric: "always" }).format(
    Math.trunc(seconds / unit[1]),
    unit[0],
  );
}
