import { describe, expect, it } from "vitest";
import { judgeOffer, nameKey, type ImportReach } from "#domain/invitationImport.ts";

const acme = { id: "1", slug: "acme" };
const globex = { id: "2", slug: "globex" };
const admin = { key: "admin", given: true, seesAll: true };
const reach: ImportReach = {
  roles: new Map([
    ["owner", { key: "owner", given: false, seesAll: true }],
    ["admin", admin],
    ["member", { key: "member", given: true, seesAll: false }],
    ["mitglied", { key: "member", given: true, seesAll: false }],
  ]),
  workspaces: new Map([
    ["acme", acme],
    ["1", acme],
    ["globex", globex],
    ["twice", null],
  ]),
  now: Date.UTC(2026, 10, 22, 12),
  timeZone: "Europe/Berlin",
};
const judge = (role: string, workspaces: readonly string[] = [], message = "", accessUntil = "") =>
  judgeOffer({ role, workspaces, message, accessUntil }, reach);

describe("judgeOffer", () => {
  it.each([
    ["member", [], { role: "member", workspaces: [] }],
    ["  MEMBER ", ["Acme"], { role: "member", workspaces: [acme] }],
    ["Mitglied", ["globex", "ACME", "acme", "1"], { role: "member", workspaces: [acme, globex] }],
    ["Ａdmin", [], { role: "admin", workspaces: [] }],
  ])("%j with %j is offered", (role, workspaces, offer) => {
    expect(judge(role, workspaces)).toEqual({ why: null, message: "", accessUntil: null, ...offer });
  });

  it.each([
    ["", [], "", "unknownRole"],
    ["boss", [], "", "unknownRole"],
    ["owner", [], "", "roleOutOfReach"],
    ["owner", ["elsewhere"], "\u0000", "roleOutOfReach"],
    ["admin", ["acme"], "", "roleSeesAll"],
    ["member", ["acme", "elsewhere"], "", "unknownWorkspace"],
    ["member", ["twice"], "", "unknownWorkspace"],
    ["member", ["acme"], "a\u202eb", "message"],
    ["member", ["acme"], "x".repeat(1001), "message"],
  ])("%j with %j and %j is not: %s", (role, workspaces, message, why) => {
    expect(judge(role, workspaces, message)).toEqual({ why });
  });

  it.each([
    ["2026-11-22", { why: null, accessUntil: Date.parse("2026-11-22T23:00:00Z") }],
    ["2026-11-21", { why: "pastEnd" }],
    ["2036-12-31", { why: "tooFarEnd" }],
    ["tomorrow", { why: "unreadableEnd" }],
  ])("an end of %j comes to %j", (accessUntil, expected) => {
    expect(judge("member", [], "", accessUntil)).toMatchObject(expected);
  });

  it("folds names alike", () => {
    expect(nameKey("  Ａcme ")).toBe("acme");
  });
});
