import type { OrganizationDetails } from "#contract/entities/organization.ts";
import { formatMoney } from "#renderer/i18n/format.ts";

type DateFormat = OrganizationDetails["dateFormat"];

/** A day as an organization writes it: 2026-11-21, 21/11/2026 or 11/21/2026. */
export function dateAs(format: DateFormat, at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const of = (type: "year" | "month" | "day") =>
    parts.formatToParts(at).find((part) => part.type === type)?.value ?? "";
  const [year, month, day] = [of("year"), of("month"), of("day")];
  if (format === "iso") return `${year}-${month}-${day}`;
  return format === "dayMonthYear" ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

type Region = Pick<OrganizationDetails, "dateFormat" | "timeZone" | "language" | "currency">;

/** This moment and an amount, written by these settings: '21/11/2026, 18:40 GMT+1, €1,234.50'. */
export function exampleOf({ dateFormat, timeZone, language, currency }: Region, at: number): string {
  const time = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);
  const minor = 1_234_567;
  return `${dateAs(dateFormat, at, timeZone)}, ${time}, ${formatMoney(minor, currency, { language, timeZone })}`;
}
