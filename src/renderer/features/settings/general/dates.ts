import type { OrganizationDetails } from "#contract/entities/organization.ts";
import { formatDate, formatMoney, formatZoned, type Locale } from "#renderer/i18n/format.ts";

type Region = Locale & Pick<OrganizationDetails, "currency">;

/** This moment and an amount, written by these settings: '21/11/2026, 18:40 GMT+1, €12,345.67'. */
export function exampleOf({ currency, ...locale }: Region, at: number): string {
  const now = new Date(at).toISOString();
  return `${formatDate(now, locale)}, ${formatZoned(now, locale)}, ${formatMoney(1_234_567, currency, locale)}`;
}
