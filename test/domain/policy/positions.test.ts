import { expect, test } from "vitest";
import { positionOf, positionsFor } from "#domain/policy/positions.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { custom } from "./customRoles.ts";

const lead = custom("lead", 15, []);
const agency = policyOf("agency", { customRoles: [lead] });

test("an owner's places go down from below their own rank, beside each role and between two", () => {
  expect(positionsFor(agency, "owner")).toEqual([
    { rank: 25, beside: [], under: ["owner"], over: ["admin"] },
    { rank: 20, beside: ["admin"], under: ["owner"], over: ["lead"] },
    { rank: 17, beside: [], under: ["admin"], over: ["lead"] },
    { rank: 15, beside: ["lead"], under: ["admin"], over: ["member"] },
    { rank: 12, beside: [], under: ["lead"], over: ["member"] },
    { rank: 10, beside: ["member"], under: ["lead"], over: [] },
    { rank: 5, beside: [], under: ["member"], over: [] },
  ]);
});

test("a role that is placed is no place of its own, and nobody places beside or above themselves", () => {
  expect(positionsFor(agency, "admin", "lead").map(({ rank }) => rank)).toEqual([15, 10, 5]);
});

test("where nothing lies between two ranks there is no place", () => {
  const close = policyOf("agency", { customRoles: [custom("next", 11, [])] });
  expect(positionsFor(close, "next").map(({ rank }) => rank)).toEqual([10, 5]);
});

test("the place of a rank, whether or not it is offered", () => {
  expect(positionOf(agency, 15, "lead")).toEqual({ rank: 15, beside: [], under: ["admin"], over: ["member"] });
  expect(positionOf(agency, 20)).toEqual({ rank: 20, beside: ["admin"], under: ["owner"], over: ["lead"] });
  expect(positionOf(agency, 1)).toEqual({ rank: 1, beside: [], under: ["member"], over: [] });
});
