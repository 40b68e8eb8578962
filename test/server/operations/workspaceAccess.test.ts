import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam, mailedToken } from "../teams.ts";
import { seenBy } from "../workspaces.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let other: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Max Member");
  other = await server.person("Omar Other");
});
afterAll(async () => server.stop());

const agency = async () => {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
    { person: other, role: "member" },
  ]);
  const [ownerId = "", adminId = "", memberId = "", otherId = ""] = memberIds;
  return { organizationId, ownerId, adminId, memberId, otherId };
};

async function created(organizationId: string, name: string): Promise<string> {
  const { value } = await server.call("workspace.create", { organizationId, name }, { as: owner });
  if (value === undefined) throw new Error("The workspace was not created");
  return value.id;
}

describe("a member's rule", () => {
  test("all current ones without later ones, and later ones alone", async () => {
    const { organizationId, memberId, otherId } = await agency();
    await created(organizationId, "Acme");
    const of = { organizationId };
    await server.call("member.setWorkspaceAccess", { ...of, memberId, scope: "all" }, { as: owner });
    await server.call(
      "member.setWorkspaceAccess",
      { ...of, memberId: otherId, scope: "none", future: true },
      { as: owner },
    );
    await created(organizationId, "Globex");
    expect(await seenBy(server, member, organizationId)).toEqual(["Acme"]);
    expect(await seenBy(server, other, organizationId)).toEqual(["Globex"]);
    expect(await seenBy(server, owner, organizationId)).toEqual(["Acme", "Globex"]);
  });

  test("chosen ones: what was not chosen does not exist for them, a suspended one pauses", async () => {
    const { organizationId, memberId } = await agency();
    const [acme, globex] = [await created(organizationId, "Acme"), await created(organizationId, "Globex")];
    const choice = { organizationId, memberId, scope: "chosen" as const, workspaceIds: [acme] };
    const set = await server.call("member.setWorkspaceAccess", choice, { as: admin });
    expect(set.value).toMatchObject({
      scope: "chosen",
      future: false,
      byRole: false,
      total: 1,
      workspaces: [{ name: "Acme" }],
    });
    const hidden = await server.call("workspace.get", { organizationId, workspaceId: globex }, { as: member });
    expect(hidden.fault).toMatchObject({ kind: "notFound", what: "workspace" });
    await server.call("workspace.suspend", { organizationId, workspaceId: acme }, { as: owner });
    expect(await seenBy(server, member, organizationId)).toEqual([]);
    await server.call("workspace.reactivate", { organizationId, workspaceId: acme }, { as: owner });
    expect(await seenBy(server, member, organizationId)).toEqual(["Acme"]);
  });

  test("says before and after in the log, and can be taken back exactly", async () => {
    const { organizationId, memberId } = await agency();
    const acme = await created(organizationId, "Acme");
    const of = { organizationId, memberId };
    const all = await server.call("member.setWorkspaceAccess", { ...of, scope: "all" }, { as: owner });
    await created(organizationId, "Globex");
    await server.call(
      "member.setWorkspaceAccess",
      { ...of, scope: "chosen", workspaceIds: [acme], future: true },
      { as: owner },
    );
    const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
    expect(log.value?.items[0]).toMatchObject({
      action: "member.workspaceAccessChanged",
      target: { type: "member", id: memberId },
      before: { workspaces: "all", futureWorkspaces: false },
      after: { workspaces: "chosen", chosenWorkspaces: ["acme"], futureWorkspaces: true },
    });
    const { since = 0 } = all.value ?? {};
    const back = await server.call("member.setWorkspaceAccess", { ...of, scope: "all", since }, { as: owner });
    expect(back.value?.workspaces.map(({ name }) => name)).toEqual(["Acme"]);
    const ahead = await server.call("member.setWorkspaceAccess", { ...of, scope: "all", since: 999 }, { as: owner });
    expect(ahead.fault?.kind).toBe("invalid");
  });

  test("is refused for who sees all, by who cannot reach them, and for workspaces from elsewhere", async () => {
    const [here, there] = [await agency(), await agency()];
    const foreign = await created(there.organizationId, "Acme");
    const { organizationId, adminId, memberId, ownerId } = here;
    const set = (id: string, as: Person, workspaceIds: string[] = []) =>
      server.call(
        "member.setWorkspaceAccess",
        { organizationId, memberId: id, scope: workspaceIds.length === 0 ? "none" : "chosen", workspaceIds },
        { as },
      );
    expect((await set(ownerId, admin)).fault).toMatchObject({ refusal: { code: "seesAllWorkspaces" } });
    expect((await set(adminId, owner)).fault).toMatchObject({ refusal: { code: "seesAllWorkspaces" } });
    expect((await set(memberId, other)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    expect((await set(memberId, member)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    expect((await set(memberId, owner, [foreign])).fault).toMatchObject({ kind: "notFound", what: "workspace" });
    const elsewhere = await server.call(
      "member.setWorkspaceAccess",
      { organizationId, memberId: there.memberId, scope: "none" },
      { as: owner },
    );
    expect(elsewhere.fault).toMatchObject({ kind: "notFound", what: "member" });
  });

  test("does not show a colleague's workspaces to who does not see them", async () => {
    const { organizationId, memberId, otherId } = await agency();
    const [acme, globex] = [await created(organizationId, "Acme"), await created(organizationId, "Globex")];
    const give = (id: string, workspaceIds: string[]) =>
      server.call(
        "member.setWorkspaceAccess",
        { organizationId, memberId: id, scope: "chosen", workspaceIds },
        { as: owner },
      );
    await give(memberId, [acme, globex]);
    await give(otherId, [acme]);
    const seen = await server.call("member.get", { organizationId, memberId }, { as: other });
    expect(seen.value?.workspaceAccess).toMatchObject({ workspaceIds: [acme], total: 1, workspaces: [{ id: acme }] });
    const whole = await server.call("member.get", { organizationId, memberId }, { as: owner });
    expect(whole.value?.workspaceAccess.total).toBe(2);
    const ofOwner = await server.call("workspace.listPeople", { organizationId, workspaceId: globex }, { as: owner });
    expect(ofOwner.value?.items.map(({ name, through }) => [name, through])).toEqual([
      ["Ada Admin", "role"],
      ["Max Member", "chosen"],
      ["Olivia Owner", "role"],
    ]);
    expect(ofOwner.value?.total).toBe(3);
  });

  test("goes with the membership, and a new invitation brings its own", async () => {
    const { organizationId, memberId } = await agency();
    const acme = await created(organizationId, "Acme");
    const of = { organizationId, memberId };
    await server.call("member.setWorkspaceAccess", { ...of, scope: "all", future: true }, { as: owner });
    await server.call("member.remove", of, { as: owner });
    expect((await server.call("workspace.get", { organizationId, workspaceId: acme }, { as: member })).status).toBe(
      404,
    );
    await server.call("member.reinstate", of, { as: owner });
    expect(await seenBy(server, member, organizationId)).toEqual(["Acme"]);
    await server.call("member.remove", of, { as: owner });
    await server.call("invitation.send", { organizationId, emails: [member.email], role: "member" }, { as: owner });
    const token = await mailedToken(server, member.email);
    await server.call("invitation.accept", { token }, { as: member });
    expect(await seenBy(server, member, organizationId)).toEqual([]);
  });
});

describe("an invitation's rule", () => {
  test("is shown, recorded and given on joining", async () => {
    const { organizationId } = await agency();
    const acme = await created(organizationId, "Acme");
    const guest = await server.person("Gwen Guest");
    const workspaceAccess = { scope: "chosen" as const, workspaceIds: [acme], future: true };
    const given = { organizationId, emails: [guest.email], role: "member", workspaceAccess };
    const sent = await server.call("invitation.send", given, { as: admin });
    const [outcome] = sent.value?.outcomes ?? [];
    const invitationId = outcome?.result === "sent" ? outcome.invitation.id : "";
    await created(organizationId, "Globex");
    const shown = await server.call("invitation.get", { organizationId, invitationId }, { as: admin });
    expect(shown.value?.workspaceAccess).toMatchObject({
      scope: "chosen",
      workspaceIds: [acme],
      future: true,
      total: 2,
    });
    const token = await mailedToken(server, guest.email);
    await server.call("invitation.accept", { token }, { as: guest });
    expect(await seenBy(server, guest, organizationId)).toEqual(["Acme", "Globex"]);
  });

  test("is refused for roles that see all, and with workspaces of another organization", async () => {
    const [here, there] = [await agency(), await agency()];
    const foreign = await created(there.organizationId, "Acme");
    const send = (role: string, workspaceIds: string[]) =>
      server.call(
        "invitation.send",
        {
          organizationId: here.organizationId,
          emails: ["guest@example.com"],
          role,
          workspaceAccess: { scope: workspaceIds.length === 0 ? "none" : "chosen", workspaceIds },
        },
        { as: owner },
      );
    expect((await send("admin", [])).fault).toMatchObject({ kind: "invalid", issues: [{ path: "workspaceAccess" }] });
    expect((await send("member", [foreign])).fault).toMatchObject({ kind: "notFound", what: "workspace" });
  });
});
