import { effectsOf, type Facts, type Place } from "#domain/changes/effects.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { noAccess, type WorkspaceFacts } from "#domain/workspaceAccess.ts";
import { describe, expect, test } from "vitest";

const policy = policyOf("agency");
const workspaces: readonly WorkspaceFacts[] = [
  { id: "acme", status: "active", revision: 1 },
  { id: "globex", status: "active", revision: 2 },
  { id: "old", status: "archived", revision: 3 },
];
const facts = (members: Record<string, Place>, more: Partial<Facts> = {}): Facts => ({
  policy,
  members: new Map(Object.entries(members)),
  workspaces,
  ...more,
});
const place = (role: string, status: Place["status"] = "active", access: Place["access"] = noAccess): Place => ({
  role,
  status,
  access,
});
const chosen = { scope: "chosen", workspaceIds: ["acme"], future: false, since: 5 } as const;

describe("one person", () => {
  test.each([
    ["promoted", place("member"), place("admin"), ["member.invite"], [], ["acme", "globex", "old"], []],
    [
      "demoted",
      place("admin", "active", chosen),
      place("member", "active", chosen),
      [],
      ["member.invite"],
      [],
      ["globex", "old"],
    ],
    [
      "removed",
      place("member", "active", chosen),
      place("member", "removed", chosen),
      [],
      ["report.run"],
      [],
      ["acme"],
    ],
    [
      "brought back",
      place("member", "removed", chosen),
      place("member", "active", chosen),
      ["report.run"],
      [],
      ["acme"],
      [],
    ],
    ["new", null, place("member", "active", chosen), ["report.run"], [], ["acme"], []],
    ["given a workspace", place("member"), place("member", "active", chosen), [], [], ["acme"], []],
  ] as const)("%s", (_, before, after, gained, lost, workspacesGained, workspacesLost) => {
    const { people, transitions } = effectsOf(facts(before ? { p: before } : {}), facts({ p: after }));
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ memberId: "p", before, after, workspacesGained, workspacesLost });
    expect(people[0]?.gained).toEqual(expect.arrayContaining([...gained]));
    expect(people[0]?.lost).toEqual(expect.arrayContaining([...lost]));
    expect(transitions).toMatchObject([{ people: 1 }]);
  });

  test.each([
    ["the same place", place("member"), place("member")],
    ["a rule that gives nothing else", place("admin"), place("admin", "active", chosen)],
  ])("%s is no effect", (_, before, after) => {
    expect(effectsOf(facts({ p: before }), facts({ p: after }))).toEqual({ people: [], transitions: [] });
  });
});

describe("a workspace whose status changes, for who sees it by role and who was given it", () => {
  const is = (status: WorkspaceFacts["status"] | null): Partial<Facts> => ({
    workspaces: status === null ? [] : [{ id: "acme", status, revision: 1 }],
  });
  const people = { a: place("admin"), m: place("member", "active", chosen), n: place("member") };
  test.each([
    ["active", "suspended", [], ["a", "m"]],
    ["suspended", "active", ["a", "m"], []],
    ["active", "archived", [], ["a", "m"]],
    ["archived", "active", ["a", "m"], []],
    // Whoever edits workspaces sees archived ones too, so that nothing changes for them.
    ["suspended", "archived", [], []],
    ["archived", "suspended", [], []],
    ["active", null, [], ["a", "m"]],
    ["suspended", null, [], ["a"]],
    ["archived", null, [], ["a"]],
    [null, "active", ["a", "m"], []],
  ] as const)("%s → %s", (from, to, gain, lose) => {
    const effects = effectsOf(facts(people, is(from)), facts(people, is(to)));
    const who = (field: "workspacesGained" | "workspacesLost") =>
      effects.people.filter((one) => one[field].includes("acme")).map(({ memberId }) => memberId);
    expect([who("workspacesGained"), who("workspacesLost")]).toEqual([gain, lose]);
    expect(effects.people).toHaveLength(gain.length + lose.length);
  });
});

test("people who change alike are counted together, others apart", () => {
  const before = facts({ a: place("member"), b: place("member"), c: place("admin") });
  const after = facts({ a: place("admin"), b: place("admin"), c: place("member") });
  expect(effectsOf(before, after).transitions).toMatchObject([
    { before: { role: "member" }, after: { role: "admin" }, people: 2 },
    { before: { role: "admin" }, after: { role: "member" }, people: 1 },
  ]);
});

test("other rules change what a place gives, though nobody moves", () => {
  const role = { key: "r", name: "Billing", description: "", rank: 15, permissions: ["billing.view"] as const };
  const before = facts({ p: place("r") }, { policy: policyOf("agency", { customRoles: [role] }) });
  const more = { ...role, permissions: ["billing.view", "billing.manage"] as const };
  const after = facts({ p: place("r") }, { policy: policyOf("agency", { customRoles: [more] }) });
  expect(effectsOf(before, after)).toMatchObject({
    people: [{ gained: ["billing.manage"], lost: [] }],
    transitions: [{ people: 1, gained: ["billing.manage"] }],
  });
});
