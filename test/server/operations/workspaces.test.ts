import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

const agency = async () => {
  const seated = [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated);
  return { organizationId, memberId: memberIds[1] ?? "" };
};

async function created(organizationId: string, name: string) {
  const { value } = await server.call("workspace.create", { organizationId, name }, { as: owner });
  if (value === undefined) throw new Error("The workspace was not created");
  return value;
}

async function lastEvent(organizationId: string) {
  const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
  return log.value?.items[0];
}

const names = (items: readonly { name: string }[] | undefined) => items?.map(({ name }) => name);

describe("creating", () => {
  test("makes a free slug from the name, and a custom one is kept or refused", async () => {
    const { organizationId } = await agency();
    const slugs = [];
    for (const name of ["Acme Foods", "Acme foods", "ACME Foods", "品牌"])
      slugs.push((await created(organizationId, name)).slug);
    expect(slugs).toEqual(["acme-foods", "acme-foods-2", "acme-foods-3", expect.stringMatching(/^[a-z0-9-]{2,}$/)]);
    const given = { organizationId, name: "Other", slug: "acme-foods" };
    const taken = await server.call("workspace.create", given, { as: owner });
    expect(taken.fault).toMatchObject({ kind: "conflict", code: "slugTaken" });
    const reserved = await server.call("workspace.create", { ...given, slug: "admin" }, { as: owner });
    expect(reserved.fault).toMatchObject({ kind: "invalid", issues: [{ path: "slug" }] });
  });

  test("writes its event and counts who can use it", async () => {
    const { organizationId } = await agency();
    const workspace = await created(organizationId, "Acme");
    expect(workspace).toMatchObject({ name: "Acme", slug: "acme", status: "active", people: 1 });
    expect(await lastEvent(organizationId)).toMatchObject({
      action: "workspace.created",
      target: { type: "workspace", id: workspace.id, name: "Acme" },
      before: null,
      after: { name: "Acme", slug: "acme" },
    });
  });

  test("two organizations may use the same slug", async () => {
    const [one, other] = [await agency(), await agency()];
    expect([
      (await created(one.organizationId, "Acme")).slug,
      (await created(other.organizationId, "Acme")).slug,
    ]).toEqual(["acme", "acme"]);
  });
});

describe("an edit", () => {
  test("records what changed alone, and nothing is not a change", async () => {
    const { organizationId } = await agency();
    const { id: workspaceId } = await created(organizationId, "Acme");
    const edit = { organizationId, workspaceId, name: "Acme Inc.", description: "Soups" };
    const edited = await server.call("workspace.update", edit, { as: owner });
    expect(edited.value).toMatchObject({ name: "Acme Inc.", slug: "acme", description: "Soups" });
    expect(await lastEvent(organizationId)).toMatchObject({
      before: { name: "Acme", description: "" },
      after: { name: "Acme Inc.", description: "Soups" },
    });
    const same = await server.call("workspace.update", edit, { as: owner });
    expect(same.fault).toMatchObject({ kind: "invalid", issues: [{ code: "nothingToChange" }] });
  });
});

describe("the way of a workspace", () => {
  test("suspended with a reason, archived, restored as it was, reactivated", async () => {
    const { organizationId } = await agency();
    const { id: workspaceId } = await created(organizationId, "Acme");
    const of = { organizationId, workspaceId };
    const suspended = await server.call("workspace.suspend", { ...of, reason: "Unpaid" }, { as: owner });
    expect(suspended.value).toMatchObject({ status: "suspended", suspendedReason: "Unpaid" });
    expect((await lastEvent(organizationId))?.after).toEqual({ status: "suspended", reason: "Unpaid" });
    const again = await server.call("workspace.suspend", of, { as: owner });
    expect(again.fault).toMatchObject({ kind: "conflict", code: "workspaceStatus" });
    expect((await server.call("workspace.archive", of, { as: owner })).value?.status).toBe("archived");
    const restored = await server.call("workspace.restore", of, { as: owner });
    expect(restored.value).toMatchObject({ status: "suspended", suspendedReason: "Unpaid", archivedAt: null });
    const active = await server.call("workspace.reactivate", of, { as: owner });
    expect(active.value).toMatchObject({ status: "active", suspendedReason: "", suspendedAt: null });
  });

  test("deleted for good, it takes every choice of it along and frees its slug", async () => {
    const { organizationId, memberId } = await agency();
    const { id: workspaceId } = await created(organizationId, "Acme");
    const choice = { scope: "chosen" as const, workspaceIds: [workspaceId] };
    await server.call("member.setWorkspaceAccess", { organizationId, memberId, ...choice }, { as: owner });
    const invitation = { emails: ["guest@example.com"], role: "member", workspaceAccess: choice };
    await server.call("invitation.send", { organizationId, ...invitation }, { as: owner });
    const deleted = await server.call("workspace.delete", { organizationId, workspaceId }, { as: owner });
    expect(deleted.value).toMatchObject({ workspace: { people: 2 }, removed: { assignments: 1, invitations: 1 } });
    const gone = await server.call("workspace.get", { organizationId, workspaceId }, { as: owner });
    expect(gone.fault).toMatchObject({ kind: "notFound", what: "workspace" });
    expect((await created(organizationId, "Acme")).slug).toBe("acme");
  });
});

describe("the list", () => {
  test("pages by name and by age, both ways, filters and searches", async () => {
    const { organizationId } = await agency();
    for (const name of ["Cedar", "acorn", "Birch", "Dogwood"]) await created(organizationId, name);
    const list = { organizationId, limit: 3 };
    const first = await server.call("workspace.list", list, { as: owner });
    expect([names(first.value?.items), first.value?.total]).toEqual([["acorn", "Birch", "Cedar"], 4]);
    const rest = await server.call("workspace.list", { ...list, cursor: first.value?.next ?? "" }, { as: owner });
    expect([names(rest.value?.items), rest.value?.next]).toEqual([["Dogwood"], null]);
    const newest = { ...list, sort: "createdAt", direction: "descending" } as const;
    const latest = await server.call("workspace.list", newest, { as: owner });
    expect(names(latest.value?.items)).toEqual(["Dogwood", "Birch", "acorn"]);
    const further = await server.call("workspace.list", { ...newest, cursor: latest.value?.next ?? "" }, { as: owner });
    expect(names(further.value?.items)).toEqual(["Cedar"]);
    const foreign = await server.call("workspace.list", { ...list, cursor: latest.value?.next ?? "" }, { as: owner });
    expect(foreign.fault?.kind).toBe("invalid");
    const found = await server.call("workspace.list", { ...list, search: "%" }, { as: owner });
    expect([found.value?.items, found.value?.matching]).toEqual([[], 0]);
  });

  test("leaves archived ones to those who ask for them", async () => {
    const { organizationId } = await agency();
    const { id: workspaceId } = await created(organizationId, "Acme");
    await server.call("workspace.archive", { organizationId, workspaceId }, { as: owner });
    const usual = await server.call("workspace.list", { organizationId }, { as: owner });
    expect([usual.value?.total, usual.value?.matching]).toEqual([1, 0]);
    const archived = await server.call("workspace.list", { organizationId, status: ["archived"] }, { as: owner });
    expect(names(archived.value?.items)).toEqual(["Acme"]);
  });
});

test("a limit of workspaces holds for creating and restoring, and archived ones are free of it", async () => {
  const { organizationId } = await agency();
  await server.services.pools.system
    .updateTable("organizations")
    .set({ workspaces_limit: 1 })
    .where("id", "=", organizationId)
    .execute();
  const { id: workspaceId } = await created(organizationId, "Acme");
  const full = await server.call("workspace.create", { organizationId, name: "Globex" }, { as: owner });
  expect(full.fault).toMatchObject({ kind: "limitReached", limit: "workspaces" });
  await server.call("workspace.archive", { organizationId, workspaceId }, { as: owner });
  await created(organizationId, "Globex");
  const back = await server.call("workspace.restore", { organizationId, workspaceId }, { as: owner });
  expect(back.fault).toMatchObject({ kind: "limitReached", limit: "workspaces" });
});

test("a workspace of another organization does not exist, whatever is done with it", async () => {
  const [here, there] = [await agency(), await agency()];
  const { id: workspaceId } = await created(there.organizationId, "Acme");
  const of = { organizationId: here.organizationId, workspaceId };
  const unknown = { organizationId: here.organizationId, workspaceId: newId() };
  for (const name of ["workspace.get", "workspace.listPeople", "workspace.archive", "workspace.delete"] as const) {
    const foreign = await server.call(name, of, { as: owner });
    const nowhere = await server.call(name, unknown, { as: owner });
    expect([name, foreign.fault?.kind, nowhere.fault?.kind]).toEqual([name, "notFound", "notFound"]);
  }
  const still = await server.call("workspace.get", { ...of, organizationId: there.organizationId }, { as: owner });
  expect(still.value?.status).toBe("active");
});
