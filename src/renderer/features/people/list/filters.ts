import { peopleSorts } from "#contract/lists.ts";
import type { CallGiven } from "#contract/bridge.ts";
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

/** Reads the filters of an address; what it does not know counts as not set. */
export function filtersOf(params: URLSearchParams): PeopleFilters {
  const order = params.get("sort") ?? "";
  const column = order.replace(/^-/, "");
  const twoFactor = params.get("twoFactor");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    clients: params.getAll("organization"),
    roles: params.getAll("role"),
    status: memberStatuses.find((status) => status === params.get("status")) ?? null,
    seen: seenOf(params.get("seen") ?? ""),
    twoFactor: twoFactor === "yes" || twoFactor === "no" ? twoFactor : null,
    sort: sortOf(column) === null ? null : { column, descending: order.startsWith("-") },
  };
}

/** The address's parameters with these filters; others stay. */
export function paramsWith(params: URLSearchParams, filters: PeopleFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ["q", "organization", "role", "status", "seen", "twoFactor", "sort"]) next.delete(key);
  const { search, clients, roles, status, seen, twoFactor, sort } = filters;
  if (search !== "") next.set("q", search);
  for (const client of clients) next.append("organization", client);
  for (const role of roles) next.append("role", role);
  if (status !== null) next.set("status", status);
  if (seen !== null) next.set("seen", seenText(seen));
  if (twoFactor !== null) next.set("twoFactor", twoFactor);
  if (sort !== null) next.set("sort", `${sort.descending ? "-" : ""}${sort.column}`);
  return next;
}

/** 'never', 'before30' or 'since7', as the address and the choices of the filter name it. */
export const seenText = (seen: Seen): string => (seen.kind === "never" ? "never" : `${seen.kind}${seen.days}`);

export function seenOf(text: string): Seen | null {
  if (text === "never") return { kind: "never" };
  const [, kind, days] = /^(before|since)(\d{1,4})$/.exec(text) ?? [];
  return kind === undefined ? null : { kind: kind === "before" ? "before" : "since", days: Number(days) };
}

/** Whether something is left out. */
export const isNarrowed = (filters: PeopleFilters): boolean =>
  paramsWith(new URLSearchParams(), { ...filters, sort: null }).size > 0;

const day = 86_400_000;

/** What the server is asked; days count back from midnight in UTC before `now`, so that pages agree with each other. */
export function peopleInput(filters: PeopleFilters, now: number, limit?: number): CallGiven<"people.list"> {
  const { search, clients, roles, status, seen, twoFactor, sort } = filters;
  const order = sort && sortOf(sort.column);
  return {
    ...(search === "" ? {} : { search }),
    ...(clients.length === 0 ? {} : { client: [...clients] }),
    ...(roles.length === 0 ? {} : { role: [...roles] }),
    ...(status === null ? {} : { status: [status] }),
    ...(seen === null ? {} : { seen: seen.kind }),
    ...(seen === null || seen.kind === "never" ? {} : { seenAt: daysBefore(now, seen.days) }),
    ...(twoFactor === null ? {} : { twoFactor }),
    ...(order ? { sort: order, direction: sort.descending ? ("descending" as const) : ("ascending" as const) } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}

const daysBefore = (now: number, days: number): string =>
  new Date(Math.floor(now / day) * day - days * day).toISOString();

function sortOf(column: string): (typeof peopleSorts)[number] | null {
  return peopleSorts.find((sort) => sort === column) ?? null;
}
