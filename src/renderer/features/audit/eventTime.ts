import type { Organization } from "#contract/entities/organization.ts";

/** Writes moments to the second in an organization's time zone and language; one formatter for a whole list. */
export function eventClock({ language, timeZone }: Pick<Organization, "language" | "timeZone">) {
  const format = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "medium" });
  return (iso: string): string => format.format(new Date(iso));
}
