import type { OrganizationDetails } from "#contract/entities/organization.ts";
import { dateAs, formatMoney } from "#renderer/i18n/format.ts";

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
