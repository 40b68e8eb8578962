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
};
const judge = (role: string, workspaces: readonly string[] = [], message = "") =>
  judgeOffer({ role, workspaces, message }, reach);

describe("judgeOffer", () => {
  it.each([
    ["member", [], { role: "member", workspaces: [] }],
    ["  MEMBER ", ["Acme"], { role: "member", workspaces: [acme] }],
    ["Mitglied", ["globex", "ACME", "acme", "1"], { role: "member", workspaces: [acme, globex] }],
    ["Ａdmin", [], { role: "admin", workspaces: [] }],
  ])("%j with %j is offered", (role, workspaces, offer) => {
    expect(judge(role, workspaces)).toEqual({ why: null, message: "", ...offer });
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

  it("folds names alike", () => {
    expect(nameKey("  Ａcme ")).toBe("acme");
  });
});
