import { eventually } from "#test/support/eventually.ts";
import type { TestServer } from "#test/support/server.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { machine, signIn, wholeSnapshot, type Machine } from "./support/desktops.ts";
import { servedTeam, type ServedTeam } from "./support/team.ts";

let team: ServedTeam;
let server: TestServer;
let second: string;

/** An admin of two organizations, who has both on their desktop and is away. */
beforeEach(async () => {
  team = await servedTeam();
  ({ server } = team);
  const stranger = await server.person("Quentin Quillfeather");
  const [mila] = await server.services.pools.system
    .selectFrom("accounts")
    .select(["id as accountId", "name", "email"])
    .where("email", "=", team.email)
    .execute();
  if (mila === undefined) throw new Error("Nobody has this address");
  const seats = [
    { person: stranger, role: "owner" },
    { person: { ...mila, token: "" }, role: "admin" },
  ];
  ({ organizationId: second } = await furnishTeam(server, "agency", seats));
});
afterEach(async () => server.stop());

async function keptAndAway(): Promise<Machine> {
  const place = machine();
  const desktop = place.desktop();
  await signIn(desktop, team.url, team.email);
  await wholeSnapshot(desktop);
  await desktop.stop();
  return place;
}

test("one of two memberships that ended while away takes its rows along, and nothing of the other", async () => {
  const place = await keptAndAway();
  await server.services.pools.system
    .updateTable("members")
    .set({ status: "removed" })
    .where("organization_id", "=", second)
    .where("name", "=", "Mila Kilroy")
    .execute();
  const desktop = place.desktop();
  await desktop.start();
  await eventually(async () =>
    expect(await desktop.call("offline.get", {})).toMatchObject({
      value: { organizations: [{ id: team.organizationId }] },
    }),
  );
  await server.app.close();
  expect(await desktop.call("member.list", { organizationId: second })).toMatchObject({ fault: { kind: "offline" } });
  expect(await desktop.call("member.list", { organizationId: team.organizationId })).toMatchObject({
    ok: true,
    value: { total: 2 },
    source: { from: "snapshot" },
  });
  expect(await desktop.call("people.list", { search: "quillfeather" })).toMatchObject({ value: { items: [] } });
});

test("whoever was removed and came back with a lower role meanwhile keeps nothing of what they saw before", async () => {
  const { organizationId, owner, memberIds } = team;
  const memberId = memberIds[1] ?? "";
  const send = { organizationId, emails: ["secret.guest@example.com"], role: "member" };
  await server.call("invitation.send", send, { as: owner });
  const place = await keptAndAway();
  await server.call("member.remove", { organizationId, memberId }, { as: owner });
  await server.call("member.reinstate", { organizationId, memberId }, { as: owner });
  await server.call("member.changeRole", { organizationId, memberId, role: "member" }, { as: owner });
  const desktop = place.desktop();
  await desktop.start();
  await eventually(async () =>
    expect(await desktop.call("organization.get", { organizationId }, { prefer: "snapshot" })).toMatchObject({
      value: { me: { role: "member" } },
    }),
  );
  await server.app.close();
  expect(await desktop.call("invitation.list", { organizationId })).toMatchObject({ fault: { kind: "forbidden" } });
  expect(await desktop.call("auditEvent.list", { organizationId })).toMatchObject({ fault: { kind: "forbidden" } });
  expect(await desktop.call("offline.get", {})).toMatchObject({
    value: { organizations: expect.arrayContaining([expect.objectContaining({ id: organizationId, events: 0 })]) },
  });
});
