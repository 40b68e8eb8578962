import type { OrganizationDetails } from "#contract/entities/organization.ts";

type DateFormat = OrganizationDetails["dateFormat"];
type TimeFormat = OrganizationDetails["timeFormat"];

/** What decides how numbers, money and times read: the organization's, else the person's machine's. */
export interface Locale {
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** IANA, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** How an organization writes days; without it they read as the language does. */
  readonly dateFormat?: DateFormat;
  /** How it counts hours; without it, or as `language`, as the language does. */
  readonly timeFormat?: TimeFormat;
}

let machine: Locale | undefined;

/** What the computer is set to. Asking takes longer than drawing a page, so nobody does who need not know. */
export function machineLocale(): Locale {
  if (machine) return machine;
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (machine = { language: locale, timeZone });
}

/** @param language BCP 47, as of a locale. */
export function formatNumber(value: number, language: string): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(value);
}

/** By language: making one costs a hundred times what using it costs. */
const numbers = new Map<string, Intl.NumberFormat>();

const sizes = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
] as const;

/** Bytes as people read them: '4.2 MB'. */
export function formatSize(bytes: number, locale: Locale): string {
  const [unit, size] = sizes.find(([, one]) => bytes >= one) ?? ["byte", 1];
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale.language, format).format(bytes / size);
}

/** @param share from 0 to 1; rounded down, so that 100 % means all. */
export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale.language, { style: "percent" }).format(Math.floor(share * 100) / 100);
}

/** @param minor integer minor units of the ISO 4217 `currency`. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale.language, { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A day as an organization chose to write it: 2026-11-21, 21/11/2026 or 11/21/2026. */
export function dateAs(format: DateFormat, at: number, timeZone: string): string {
  const dayMonthYear = formatterOf("en-GB", timeZone, "digits").format(at);
  if (format === "dayMonthYear") return dayMonthYear;
  const [day, month, year] = dayMonthYear.split("/");
  return format === "iso" ? `${year}-${month}-${day}` : `${month}/${day}/${year}`;
}

/** A day: '3 Mar 2026', or as the organization writes it. */
export const formatDate = (iso: string, locale: Locale): string => written(iso, locale, "date");

/** To the minute, as lists of events need it: '3 Mar 2026, 14:05'. */
export const formatDateTime = (iso: string, locale: Locale): string => written(iso, locale, "date", "minutes");

/** The same with the zone's name, where it is not the one of the screen: '3 Mar 2026, 14:05 CET'. */
export const formatDateTimeZoned = (iso: string, locale: Locale): string =>
  written(iso, locale, "date", "zonedMinutes");

/** To the second, as a log needs it: '3 Mar 2026, 14:05:09'. */
export const formatMoment = (iso: string, locale: Locale): string => written(iso, locale, "date", "seconds");

/** To the second and with the zone's name, for hovering and evidence: '3 March 2026, 14:05:09 CET'. */
export const formatExact = (iso: string, locale: Locale): string => written(iso, locale, "longDate", "zoned");

/** The time of day: '14:05'. */
export const formatTime = (iso: string, locale: Locale): string =>
  formatterOf(locale.language, locale.timeZone, "minutes", locale.timeFormat).format(new Date(iso));

/** The time of day with the zone's name: '14:05 CET'. */
export const formatZoned = (iso: string, { language, timeZone, timeFormat }: Locale): string =>
  formatterOf(language, timeZone, "zonedMinutes", timeFormat).format(new Date(iso));

const styles = {
  digits: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  longDate: { day: "numeric", month: "long", year: "numeric" },
  minutes: { hour: "2-digit", minute: "2-digit" },
  zonedMinutes: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  zoned: { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function written(
  iso: string,
  { language, timeZone, dateFormat, timeFormat }: Locale,
  day: "date" | "longDate",
  time?: "minutes" | "zonedMinutes" | "seconds" | "zoned",
): string {
  const at = new Date(iso);
  const date = dateFormat
    ? dateAs(dateFormat, at.getTime(), timeZone)
    : formatterOf(language, timeZone, day).format(at);
  return time === undefined ? date : `${date}, ${formatterOf(language, timeZone, time, timeFormat).format(at)}`;
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** The day on which weeks begin where the language is spoken, 0 for Sunday to 6 for Saturday; else Monday. */
export function firstDayOfWeek(language: string): (typeof weekdays)[number] {
  // TypeScript's library does not know this method yet.
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(language);
  const first = (locale.getWeekInfo?.().firstDay ?? 1) % 7;
  return weekdays.find((day) => day === first) ?? 1;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and a list asks for the same one in every row. */
function formatterOf(
  language: string,
  timeZone: string,
  style: keyof typeof styles,
  timeFormat: TimeFormat = "language",
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${style} ${timeFormat}`;
  const hours = timeFormat === "language" ? {} : { hourCycle: timeFormat };
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...styles[style], ...hours });
  formatters.set(key, made);
  return made;
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeOf(language: string): Intl.RelativeTimeFormat {
  const made = relatives.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: "always" });
  relatives.set(language, made);
  return made;
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
  // What was just set to end in 7 days does not end in 6; what was 6 days and more ago is not 7 days ago.
  const round = seconds > 0 ? Math.round : Math.trunc;
  return relativeOf(locale.language).format(round(seconds / unit[1]), unit[0]);
}
