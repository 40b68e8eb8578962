import { join } from "node:path";
import type { DesktopState } from "#contract/desktop.ts";
import { nodePrograms } from "#main/embedded/process.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { testDesktop, testFolder, type TestDesktop } from "./support/desktop.ts";

const source = (path: string) => join(import.meta.dirname, "../../src", path);
const programs = { server: source("server/main.ts"), sample: source("server/sample/main.ts") };
const startProgram = nodePrograms(source("main/embedded/leash.ts"));
const password = "violet otters hum at dawn";

/** The newest mail to an address, as the person on this computer reads it. */
async function mailTo(desktop: TestDesktop, email: string, subject: RegExp): Promise<string> {
  return await eventually(async () => {
    const mails = await desktop.call("localMail.list", {});
    const mail = mails.ok
      ? mails.value.items.find(({ to, subject: of }) => to === email && subject.test(of))
      : undefined;
    if (mail === undefined) throw new Error(`No mail to ${email} yet`);
    return mail.text;
  });
}

async function signUp(desktop: TestDesktop, mailbox: TestDesktop, email: string, name: string): Promise<DesktopState> {
  const begun = await desktop.call("session.signUp", { email, name, password });
  const code = /\b\d{6}\b/.exec(await mailTo(mailbox, email, /confirm/i))?.[0] ?? "";
  const signUpId = begun.ok ? begun.value.signUpId : "";
  const verified = await desktop.call("session.verify", { signUpId, code });
  if (!verified.ok) throw new Error(`Not verified: ${JSON.stringify(verified.fault)}`);
  return verified.value;
}

test("two desktops on the server of this computer: invite, accept by link, change a role live, remove, go offline", async () => {
  const ada = testDesktop({ programs, startProgram, userData: testFolder() });
  expect(await ada.call("server.choose", { choice: { kind: "local" } })).toMatchObject({ ok: true });
  const { account } = await signUp(ada, ada, "ada@example.com", "Ada Lovelace");
  const organizationId = account?.lastOrganizationId ?? "";
  const invited = await ada.call("invitation.send", { organizationId, emails: ["grace@example.com"], role: "member" });
  expect(invited).toMatchObject({ ok: true, value: { outcomes: [{ result: "sent" }] } });

  const link =
    /\S*(?:invite#token=|orgdesk:\/\/invite\/)[\w-]+/.exec(await mailTo(ada, "grace@example.com", /invit/i))?.[0] ?? "";
  const grace = testDesktop();
  await grace.call("server.choose", { choice: { kind: "remote", url: ada.address() ?? "" } });
  expect(await grace.call("invitation.open", { link })).toMatchObject({ ok: true });
  await signUp(grace, ada, "grace@example.com", "Grace Hopper");
  expect(grace.events).toContainEqual({ type: "navigate", organizationId });

  await eventually(() => expect(grace.events).toContainEqual({ type: "feed", event: { type: "ready" } }));
  const members = await ada.call("member.list", { organizationId, search: "Grace" });
  const memberId = members.ok ? (members.value.items[0]?.id ?? "") : "";
  expect(await ada.call("member.changeRole", { organizationId, memberId, role: "admin" })).toMatchObject({ ok: true });
  await eventually(() =>
    expect(grace.events).toContainEqual({
      type: "feed",
      event: expect.objectContaining({
        type: "changed",
        organizationId,
        topics: expect.arrayContaining(["members"]),
      }),
    }),
  );
  expect(await grace.call("organization.get", { organizationId })).toMatchObject({ value: { me: { role: "admin" } } });

  expect(await ada.call("member.remove", { organizationId, memberId })).toMatchObject({ ok: true });
  expect(await grace.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "notFound" } });
  await eventually(() =>
    expect(grace.events).toContainEqual({ type: "feed", event: { type: "membershipEnded", organizationId } }),
  );

  await grace.call("me.get", {});
  await ada.stop();
  expect(await grace.call("me.get", {})).toMatchObject({ ok: true, source: { from: "snapshot" } });
  expect(await grace.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
  expect(grace.state().connection).toBe("offline");
});
