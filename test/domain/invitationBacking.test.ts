import { isBacked, lapsedBetween, rolesBackedBy, type SentInvitations } from "#domain/invitationBacking.ts";
import type { MemberFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { expect, test } from "vitest";
import { custom } from "./policy/customRoles.ts";
import { member } from "./policy/facts.ts";

const agency = policyOf("agency");
const memberRights = ["organization.view", "member.view", "report.run", "analytics.view"] as const;
const hosted = policyOf("agency", { customRoles: [custom("host", 15, [...memberRights, "member.invite"])] });
const unhosted = policyOf("agency", { customRoles: [custom("host", 15, [...memberRights])] });

test.each<[string, MemberFacts | null, string, boolean]>([
  ["an owner for an owner", member("owner"), "owner", true],
  ["an admin for a member", member("admin"), "member", true],
  ["an admin for an owner", member("admin"), "owner", false],
  ["a member for a member", member("member"), "member", false],
  ["who was removed", member("owner", "o", "removed"), "member", false],
  ["who is deactivated", member("owner", "o", "deactivated"), "member", false],
  ["nobody", null, "member", false],
  ["an owner for a role that is gone", member("owner"), "steward", false],
])("%s stands for an invitation", (_, sender, role, expected) => {
  expect(isBacked(agency, sender, role)).toBe(expected);
  expect(rolesBackedBy(agency, sender).includes(role)).toBe(expected);
});

const sent = (sender: MemberFacts, role: string, count: number): SentInvitations => ({
  accountId: sender.memberId,
  sender,
  role,
  count,
});
const ann = member("owner", "ann");

test("a demotion takes what the new role could not give, and no more", () => {
  const before = { policy: agency, sent: [sent(ann, "owner", 2), sent(ann, "member", 3)] };
  const after = (role: string) => ({
    policy: agency,
    sent: [sent({ ...ann, role }, "owner", 2), sent({ ...ann, role }, "member", 3)],
  });
  expect(lapsedBetween(before, after("admin"))).toBe(2);
  expect(lapsedBetween(before, after("member"))).toBe(5);
  expect(lapsedBetween(after("member"), before)).toBe(0);
});

test("what joined nobody before does not count again", () => {
  const admin = { ...ann, role: "admin" };
  const before = { policy: agency, sent: [sent(admin, "owner", 2), sent(admin, "member", 3)] };
  const gone = { ...admin, status: "removed" } as const;
  const after = { policy: agency, sent: [sent(gone, "owner", 2), sent(gone, "member", 3)] };
  expect(lapsedBetween(before, after)).toBe(3);
});

test("a role that may invite no more takes what its holders sent", () => {
  const open = [sent(member("host", "holder"), "member", 4)];
  expect(lapsedBetween({ policy: hosted, sent: open }, { policy: unhosted, sent: open })).toBe(4);
  expect(lapsedBetween({ policy: unhosted, sent: open }, { policy: hosted, sent: open })).toBe(0);
});
