import { describe, expect, test } from "vitest";
import {
  addressed,
  oneOf,
  orderBy,
  orderInput,
  searched,
  several,
  someOf,
  written,
} from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

interface Filters {
  readonly search: string;
  readonly roles: readonly string[];
  readonly presets: readonly ("agency" | "social")[];
  readonly status: "active" | "pending" | null;
  readonly days: number | null;
  readonly sort: Sort | null;
}

const columns = ["name", "email"] as const;
const filters = addressed<Filters>({
  search: searched("q"),
  roles: several("role"),
  presets: someOf("preset", ["agency", "social"]),
  status: oneOf("status", ["active", "pending"]),
  days: written(
    "days",
    (text) => (/^\d+$/.test(text) ? Number(text) : null),
    (days) => `${days}`,
  ),
  sort: orderBy(columns),
});
const read = (address: string) => filters.read(new URLSearchParams(address));
const none: Filters = { search: "", roles: [], presets: [], status: null, days: null, sort: null };

test("filters survive the way there and back, and leave other parameters alone", () => {
  const set: Filters = {
    search: "ä & ü",
    roles: ["owner", "admin"],
    presets: ["agency", "social"],
    status: "pending",
    days: 30,
    sort: { column: "email", descending: true },
  };
  const params = filters.write(new URLSearchParams("invite=&q=old&status=active"), set);
  expect(params.has("invite")).toBe(true);
  expect(read(params.toString())).toEqual(set);
  expect(filters.write(params, none).toString()).toBe("invite=");
});

test("what is not known counts as not set, and searches end at 100 characters", () => {
  expect(read("status=dead&sort=-password&preset=none&days=few")).toEqual(none);
  expect(read(`q=${"a".repeat(101)}`).search).toHaveLength(100);
});

describe("whether something is left out", () => {
  test.each([
    ["q=a", true],
    ["role=owner", true],
    ["preset=social", true],
    ["status=active", true],
    ["days=0", true],
    ["sort=name", false],
    ["", false],
  ])("%s: %s", (address, expected) => expect(filters.isNarrowed(read(address))).toBe(expected));

  test("a reset leaves nothing out and keeps the order", () => {
    const everything = read("q=a&role=owner&preset=social&status=active&days=0&sort=name");
    expect({ ...everything, ...filters.unset }).toEqual({ ...none, sort: { column: "name", descending: false } });
  });
});

test("the server is asked for orders that it knows", () => {
  expect(orderInput(columns, { column: "email", descending: true })).toEqual({
    sort: "email",
    direction: "descending",
  });
  expect(orderInput(columns, { column: "role", descending: false })).toEqual({});
  expect(orderInput(columns, null)).toEqual({});
});
