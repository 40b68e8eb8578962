import { describe, expect, it } from "vitest";
import { ownersWarning, seats } from "#domain/membership.ts";

describe("seats", () => {
  it.each([
    [{ limit: 10, active: 4, pending: 3 }, 6],
    [{ limit: 4, active: 4, pending: 3 }, 0],
    [{ limit: 2, active: 4, pending: 0 }, 0],
    [{ limit: null, active: 4, pending: 3 }, null],
  ])("%j leave %s free", (count, free) => {
    expect(seats(count)).toEqual({ limit: count.limit, used: count.active, pending: count.pending, free });
  });
});

describe("ownersWarning", () => {
  it.each([
    [0, "fewerThanTwo"],
    [1, "fewerThanTwo"],
    [2, null],
    [3, null],
    [4, "moreThanThree"],
  ])("%i owners: %s", (owners, warning) => {
    expect(ownersWarning(owners)).toBe(warning);
  });
});
