import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, furnishInvitation } from "../teams.ts";

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
});
afterAll(async () => server.stop());

/** The letters that wait for one address. */
async function lettersTo({ email }: Person) {
  const jobs = await server.services.pools.system.selectFrom("outbox").select("payload").orderBy("id").execute();
  return jobs.flatMap(({ payload }) => ("to" in payload && payload.to === email ? [payload] : []));
}

const letterOf = (payload: object) => ("letter" in payload ? payload.letter : "");

test("whoever joins is welcomed once, with role and workspaces; whoever invited them hears of it", async () => {
  const guest = await server.person("Gwen Guest");
  const { organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  await server.call("workspace.create", { organizationId, name: "Globex" }, { as: owner });
  const sent = await server.call(
    "invitation.send",
    { organizationId, emails: [guest.email], role: "member", workspaceAccess: { scope: "all" } },
    { as: owner },
  );
  const [outcome] = sent.value?.outcomes ?? [];
  const invitationId = outcome?.result === "sent" ? outcome.invitation.id : "";
  const replies = await Promise.all(
    [1, 2, 3].map(() => server.call("invitation.acceptReceived", { invitationId }, { as: guest })),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  const welcomes = (await lettersTo(guest)).filter((payload) => letterOf(payload) === "welcome");
  expect(welcomes).toMatchObject([
    { organizationName: "Northwind", roleName: "Member", workspaces: { all: true, future: false } },
  ]);
  expect((await lettersTo(owner)).map(letterOf)).toContain("memberJoined");
});

test("mails that a member turned off are not sent; those about ownership always are", async () => {
  const max = await server.person("Max Member");
  const ann = await server.person("Ann Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: max, role: "member" },
    { person: ann, role: "member" },
  ]);
  const muted = ["roleChange", "accessEnd", "joining", "seatWaiting", "welcome"] as const;
  await server.call("member.updateNotifications", { organizationId, muted: [...muted] }, { as: max });
  for (const memberId of memberIds.slice(1)) {
    await server.call("member.changeRole", { organizationId, memberId, role: "admin" }, { as: owner });
  }
  expect((await lettersTo(ann)).map(letterOf)).toEqual(["roleChanged"]);
  expect(await lettersTo(max)).toEqual([]);
  const offer = { organizationId, toMemberId: memberIds[1] ?? "", formerOwner: "stays" } as const;
  await server.call("ownership.startTransfer", offer, { as: owner });
  expect((await lettersTo(max)).map(letterOf)).toEqual(["ownershipOffered"]);
});

test("whoever invited somebody that waits for a seat is told", async () => {
  const inviter = await server.person("Ines Inviter");
  const guest = await server.person("Gus Guest");
  const { organizationId } = await furnishTeam(server, "agency", [{ person: inviter, role: "owner" }], 1);
  const { id } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
  await server.call("invitation.acceptReceived", { invitationId: id }, { as: guest });
  expect((await lettersTo(inviter)).map(letterOf)).toEqual(["seatNeeded"]);
  expect((await lettersTo(guest)).map(letterOf)).toEqual(["waitingForSeat"]);
});
