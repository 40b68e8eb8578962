import { leastRoles, roleIn, rolesByPreset } from "#renderer/features/people/draft/roles.ts";
import { expect, test } from "vitest";
import { contoso, northwind } from "./renderPeople.tsx";

const ofItsOwn = { key: "01990000-0000-7000-8000-0000000000aa", name: "Brand lead", ownerClass: false, mayGive: true };
const withOwnRole = { ...contoso, roles: [...contoso.roles, ofItsOwn] };

test("what is given in every organization of a preset is a role that all of them have", () => {
  const presets = rolesByPreset([northwind, withOwnRole]);
  expect(presets.map(({ preset, offers }) => [preset, offers.map(({ key }) => key)])).toEqual([
    ["agency", ["owner", "admin", "member"]],
  ]);
  const roles = leastRoles(presets);
  expect([roleIn(roles, northwind), roleIn(roles, withOwnRole)]).toEqual(["member", "member"]);
});
