import { holdOf, isNameTyped } from "#domain/deletion.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { expect, it } from "vitest";

it.each([
  ["agency", 30],
  ["campaigns", 30],
  ["social", 30],
  ["publishing", 0],
] as [PresetKey, number][])("an organization under %s is held for %i days", (preset, days) => {
  expect(holdOf(presetOf(preset).deletion)).toBe(days * 86_400_000);
});

it.each([
  ["Café Nord", "Cafe\u0301 Nord", true],
  [" Northwind ", "Northwind", true],
  ["northwind", "Northwind", false],
  ["", "Northwind", false],
])("%j typed for %j: %s", (typed, name, expected) => {
  expect(isNameTyped(typed, name)).toBe(expected);
});
