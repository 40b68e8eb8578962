import type { Organization } from "#contract/entities/organization.ts";

/** Writes moments to the second, by 24 hours, in an organization's time zone and language; one formatter for a list. */
export function eventClock({ language, timeZone }: Pick<Organization, "language" | "timeZone">) {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    dateStyle: "medium",
    timeStyle: "medium",
    hourCycle: "h23",
  });
  return (iso: string): string => format.format(new Date(iso));
}
