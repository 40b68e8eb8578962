import { version } from "#contract/version.ts";
import { describe, expect, test } from "vitest";
import { testDesktop } from "../support/desktop.ts";
import { secretMark } from "../support/people.ts";
import { invitationToken, password, received, signedInDesktop } from "../support/whole-server.ts";

test("no token, password or link appears in any answer, event or log entry", async () => {
  const { desktop } = await signedInDesktop();
  const answers = [
    await desktop.call("invitation.open", { link: `orgdesk://invite/${invitationToken}` }),
    await desktop.call("session.signUp", { email: "ada@example.com", name: "Ada", password }),
    await desktop.call("session.verify", { signUpId: received.id, code: "123456" }),
    await desktop.call("session.signIn", { email: "ada@example.com", password }),
    await desktop.call("me.get", {}),
    await desktop.call("desktop.state", {}),
    await desktop.call("invitation.open", { link: invitationToken }),
    await desktop.call("invitation.acceptOpened", {}),
    await desktop.call("session.signOut", { everywhere: true }),
    await desktop.call("session.signOut", { everywhere: false }),
    await desktop.call("me.get", {}),
  ];
  const seen = JSON.stringify([answers, desktop.events, desktop.log.entries]);
  expect(seen).toContain("ada@example.com");
  expect(seen).not.toContain(secretMark);
  expect(seen).not.toContain("added-by-server");
});

describe("choosing a server", () => {
  test.each([
    ["http://intranet.example", "notEncrypted"],
    ["http://192.168.0.7:4000", "notEncrypted"],
    ["https://ada:secret@orgdesk.example", "notAnAddress"],
  ])("%s is refused", async (url, code) => {
    const answer = await testDesktop().call("server.choose", { choice: { kind: "remote", url } });
    expect(answer).toMatchObject({ ok: false, fault: { kind: "invalid", issues: [{ code }] } });
  });

  test("an address without a server is not kept", async () => {
    const desktop = testDesktop();
    const choice = { kind: "remote", url: "http://127.0.0.1:1" } as const;
    expect(await desktop.call("server.choose", { choice })).toMatchObject({ fault: { kind: "unavailable" } });
    expect(desktop.state().server).toBeNull();
  });

  test("probing gives the version; leaving signs out and shows the first run", async () => {
    const { desktop, server } = await signedInDesktop();
    expect(await desktop.call("server.probe", { url: server.url })).toMatchObject({
      value: { healthy: true, version },
    });
    await desktop.call("server.leave", {});
    expect(desktop.state()).toMatchObject({ server: null, account: null });
    expect(server.requests.at(-1)?.method).toBe("DELETE");
  });

  test("calls without a server are unavailable", async () => {
    expect(await testDesktop().call("me.get", {})).toEqual({ ok: false, fault: { kind: "unavailable" } });
  });
});
