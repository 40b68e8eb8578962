import { day } from "#domain/calendar/lengths.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { comparedBy } from "./support/compared.ts";
import { emptyKeeper, fillFrom } from "./support/filled.ts";

/** Whether an invitation still joins anybody follows its sender on other desktops, live and without a connection. */
let server: TestServer;
let owner: Person;
let admin: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
});
afterAll(async () => server.stop());

/** The owner's desktop of a team in which an Admin and the owner have invited somebody each. */
async function kept() {
  const seats = [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats);
  const send = (email: string, as: Person) =>
    server.call("invitation.send", { organizationId, emails: [email], role: "member" }, { as });
  await send("grace@example.com", admin);
  await send("hedy@example.com", owner);
  const keeper = emptyKeeper();
  await fillFrom(server, keeper, owner, organizationId);
  const viewer = { who: "owner", person: owner, keeper };
  const listed = () => {
    const answer = keeper.answer({
      name: "invitation.list",
      input: { organizationId, status: ["pending"], limit: 50 },
      exact: false,
    });
    if (answer?.ok !== true) throw new Error("Nothing is kept");
    const { items } = answer.value as { items: { email: string; inviterMayNot: boolean }[] };
    return new Map(items.map(({ email, inviterMayNot }) => [email, inviterMayNot]));
  };
  /** Brings the desktop up to date; gives the topics that its screens read again. */
  const follow = async (since: number, mark: string) => {
    const { value, fault } = await server.call("organization.changes", { organizationId, since, mark }, { as: owner });
    if (!value?.changes) throw new Error(`The desktop was not told: ${JSON.stringify(fault ?? value)}`);
    keeper.change({ organizationId, changes: value.changes });
    expect(await comparedBy(server, [viewer], "invitation.list", { organizationId })).toEqual([]);
    return { topics: value.topics, since: value.revision, mark: value.changes.facts.mark };
  };
  const mark = keeper.standings(null).find((each) => each.organizationId === organizationId)?.mark ?? "";
  return { organizationId, adminId: memberIds[1] ?? "", keeper, listed, follow, mark };
}

test("a demotion and a promotion of the sender come with the changes, and change no row of theirs", async () => {
  const { organizationId, adminId, listed, follow, mark } = await kept();
  expect(listed()).toEqual(
    new Map([
      ["grace@example.com", false],
      ["hedy@example.com", false],
    ]),
  );
  const give = (role: string) =>
    server.call("member.changeRole", { organizationId, memberId: adminId, role }, { as: owner });
  await give("member");
  const demoted = await follow(2, mark);
  expect(demoted.topics).toContain("invitations");
  expect(listed()).toEqual(
    new Map([
      ["grace@example.com", true],
      ["hedy@example.com", false],
    ]),
  );
  await give("admin");
  await follow(demoted.since, demoted.mark);
  expect(listed().get("grace@example.com")).toBe(false);
});

test("without a connection an end of the sender's access counts from its instant", async () => {
  const { organizationId, adminId, listed, follow, mark } = await kept();
  const accessUntil = new Date(Date.now() + 2 * day).toISOString();
  await server.call("member.setAccessUntil", { organizationId, memberId: adminId, accessUntil }, { as: owner });
  await follow(2, mark);
  expect(listed().get("grace@example.com")).toBe(false);
  vi.setSystemTime(Date.parse(accessUntil));
  expect(listed().get("grace@example.com")).toBe(true);
  vi.useRealTimers();
});
