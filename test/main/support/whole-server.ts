import { expect } from "vitest";
import { testDesktop, type TestDesktop } from "./desktop.ts";
import { acme, ada, organizationId, secretMark, signedIn } from "./people.ts";
import { stubServer, type StubServer } from "./stub-server.ts";

export interface WholeServer extends StubServer {
  /** Sends an event to each open live feed. */
  readonly feeds: Set<(event: object) => void>;
}

export const password = `${secretMark} password`;
export const invitationToken = `${secretMark}-invitation`;
export const received = {
  id: "0190a000-0000-7000-8000-0000000000dd",
  organizationName: "Acme",
  logo: null,
  preset: "agency",
  role: "member",
  roleName: "Member",
  roleDescription: "You have standard access to the brands that you are assigned to.",
  invitedByName: "Grace Hopper",
  email: "ada@example.com",
  message: "",
  expiresAt: "2026-02-02T03:04:05.000Z",
};

/** A server with one person, one organization and a live feed. */
export async function wholeServer(): Promise<WholeServer> {
  const feeds: WholeServer["feeds"] = new Set();
  const server = await stubServer({
    "account.signUp": async () => ({ signUpId: received.id }),
    "account.verify": async () => ({ ...signedIn(), joinedOrganizationId: organizationId }),
    "session.signIn": async () => signedIn(),
    "session.signOut": async () => ({ ended: 1 }),
    "session.signOutEverywhere": async () => ({ ended: 3 }),
    "session.refresh": async () => signedIn(2),
    "invitation.preview": async () => received,
    "invitation.accept": async () => ({ organizationId, memberId: null, waitingForSeat: false }),
    "me.get": async () => ({ ...ada, accessToken: "added-by-server" }),
    "organization.list": async () => ({ items: [acme], next: null, total: 1, matching: 1 }),
    "organization.get": async () => acme,
    "feed.follow": async (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "text/event-stream" });
      const send = (event: object) => void reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
      feeds.add(send);
      send({ type: "ready" });
    },
    "auditEvent.export": async (_, reply) =>
      await reply.header("x-total-count", "2").send('revision,name\n2,"a\nb"\n1,c\n'),
  });
  return { ...server, feeds };
}

export async function signedInDesktop(): Promise<{ desktop: TestDesktop; server: WholeServer }> {
  const server = await wholeServer();
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  expect(await desktop.call("session.signIn", { email: "ada@example.com", password })).toMatchObject({ ok: true });
  return { desktop, server };
}

export const feedEvents = ({ events }: TestDesktop) =>
  events.flatMap((event) => (event.type === "feed" ? [event.event] : []));
