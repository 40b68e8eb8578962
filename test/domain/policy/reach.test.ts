import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { ownersAreTold } from "#domain/policy/reach.ts";
import { expect, test } from "vitest";
import { custom } from "./customRoles.ts";

const lead = custom("lead", 15, ["member.changeRole"]);

/** Preset, switch, who acts, whom it is about, whether owners are told (`product-rules.md`, 'Resolutions'). */
test.each<[PresetKey, boolean, string, string, boolean]>([
  ["agency", true, "admin", "admin", true],
  ["agency", false, "admin", "admin", false],
  // What needs no switch is nobody's news.
  ["agency", true, "admin", "member", false],
  ["agency", true, "owner", "admin", false],
  ["agency", true, "owner", "owner", false],
  ["agency", true, lead.key, lead.key, false],
  // An Admin of `publishing` reaches any non-owner by the preset itself.
  ["publishing", true, "admin", "admin", false],
  ["social", true, "admin", "admin", false],
  ["campaigns", true, "superAdmin", "superAdmin", false],
  ["operations", true, "owner", "owner", false],
])("%s, switch %s: %s demotes %s: told %s", (preset, adminsDemoteAdmins, role, target, told) => {
  const policy = policyOf(preset, { switches: { adminsDemoteAdmins }, customRoles: [lead] });
  expect(ownersAreTold(policy, role, target)).toBe(told);
});
