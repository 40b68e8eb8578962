import { day } from "#domain/calendar/lengths.ts";
import { peopleSorts } from "#contract/lists.ts";
import type { CallGiven } from "#contract/bridge.ts";
import { addressed, oneOf, orderBy, orderInput, searched, several, written } from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

export const memberStatuses = ["active", "deactivated", "removed"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** When somebody was seen last: never, not for so many days, or within so many days. */
export type Seen = { readonly kind: "never" } | { readonly kind: "before" | "since"; readonly days: number };

/** What narrows and orders the people. The address keeps it, so that it can be shared and survives going back. */
export interface PeopleFilters {
  readonly search: string;
  readonly clients: readonly string[];
  readonly roles: readonly string[];
  /** Null: who is in, deactivated ones included. */
  readonly status: MemberStatus | null;
  readonly seen: Seen | null;
  readonly twoFactor: "yes" | "no" | null;
  readonly sort: Sort | null;
}

/** 'never', 'before30' or 'since7', as the address and the choices of the filter name it. */
export const seenText = (seen: Seen): string => (seen.kind === "never" ? "never" : `${seen.kind}${seen.days}`);

export function seenOf(text: string): Seen | null {
  if (text === "never") return { kind: "never" };
  const [, kind, days] = /^(before|since)(\d{1,4})$/.exec(text) ?? [];
  return kind === undefined ? null : { kind: kind === "before" ? "before" : "since", days: Number(days) };
}

export const peopleFilters = addressed<PeopleFilters>({
  search: searched("q"),
  clients: several("organization"),
  roles: several("role"),
  status: oneOf("status", memberStatuses),
  seen: written("seen", seenOf, seenText),
  twoFactor: oneOf("twoFactor", ["yes", "no"]),
  sort: orderBy(peopleSorts),
});

/** What the server is asked; days count back from midnight in UTC before `now`, so that pages agree with each other. */
export function peopleInput(filters: PeopleFilters, now: number, limit?: number): CallGiven<"people.list"> {
  const { search, clients, roles, status, seen, twoFactor, sort } = filters;
  return {
    ...(search === "" ? {} : { search }),
    ...(clients.length === 0 ? {} : { client: [...clients] }),
    ...(roles.length === 0 ? {} : { role: [...roles] }),
    ...(status === null ? {} : { status: [status] }),
    ...(seen === null ? {} : { seen: seen.kind }),
    ...(seen === null || seen.kind === "never" ? {} : { seenAt: daysBefore(now, seen.days) }),
    ...(twoFactor === null ? {} : { twoFactor }),
    ...orderInput(peopleSorts, sort),
    ...(limit === undefined ? {} : { limit }),
  };
}

const daysBefore = (now: number, days: number): string =>
  new Date(Math.floor(now / day) * day - days * day).toISOString();
