import { describe, expect, test } from "vitest";
import { policyOf } from "#domain/policy/policy.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { inOrder } from "#renderer/features/team/merge.ts";
import { rowLabel } from "#renderer/features/team/people.ts";
import { roleDifference } from "#domain/policy/roleDifference.ts";
import { aMember, anInvitation, idOf } from "#test/support/fixtures.ts";

describe("order of members and invitations", () => {
  const members = ["Ada", "Mona"].map((name, index) => aMember({ id: idOf(1 + index), name }));
  const invitations = ["zoe@x.de", "bob@x.de"].map((email, index) => anInvitation({ id: idOf(9 + index), email }));
  const labels = (more: { members?: boolean; invitations?: boolean }, column: string | null, descending = false) =>
    inOrder(
      { items: descending ? members.toReversed() : members, hasMore: more.members === true },
      { items: invitations, hasMore: more.invitations === true },
      column === null ? null : { column, descending },
    ).map(rowLabel);

  test.each([
    ["unsorted: invitations first", {}, null, false, ["zoe@x.de", "bob@x.de", "Ada", "Mona"]],
    ["unsorted, invitations unread: members wait", { invitations: true }, null, false, ["zoe@x.de", "bob@x.de"]],
    ["by name: where they belong", {}, "name", false, ["Ada", "bob@x.de", "Mona", "zoe@x.de"]],
    [
      "by name, members unread: none after the last read",
      { members: true },
      "name",
      false,
      ["Ada", "bob@x.de", "Mona"],
    ],
    ["by name, descending", {}, "name", true, ["zoe@x.de", "Mona", "bob@x.de", "Ada"]],
    ["by joining: last", {}, "joinedAt", false, ["Ada", "Mona", "zoe@x.de", "bob@x.de"]],
    ["by joining, members unread: not yet", { members: true }, "joinedAt", false, ["Ada", "Mona"]],
  ] as const)("%s", (_, more, column, descending, expected) => {
    expect(labels(more, column, descending)).toEqual(expected);
  });
});

describe("what a role change means", () => {
  const agency = policyOf("agency");

  test("the most telling permission comes first", () => {
    expect(roleDifference(agency, "admin", "owner").gained.slice(0, 2)).toEqual([
      "billing.manage",
      "organization.delete",
    ]);
    expect(roleDifference(agency, "member", "admin").gained[0]).toBe("member.invite");
  });

  test("gain and loss are each other's reverse", () => {
    const there = roleDifference(agency, "member", "owner");
    const back = roleDifference(agency, "owner", "member");
    expect(there.lost).toEqual([]);
    expect(back.lost).toEqual(there.gained);
  });
});

describe("CSV", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+49", "'+49"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\u200b=1", "'\u200b=1"],
    ["＝1", "'＝1"],
    ["\t=1", "'\t=1"],
    ["a=b", "a=b"],
    ['Say "hi", Bob', '"Say ""hi"", Bob"'],
    ["two\nlines", '"two\nlines"'],
    ["ليلى", "ليلى"],
  ])("%j is written as %j", (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });
});
