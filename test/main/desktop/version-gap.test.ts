import { version } from "#contract/version.ts";
import { expect, test } from "vitest";
import { memberId, organizationId } from "../support/people.ts";
import { signedInDesktop } from "../support/whole-server.ts";

test("what the server does not know is told to every window, and the rest goes on", async () => {
  const { desktop } = await signedInDesktop();
  const gap = { older: "server", serverVersion: version };
  const answer = await desktop.call("member.changeRole", { organizationId, memberId, role: "admin" });
  expect(answer).toEqual({ ok: false, fault: { kind: "outdated", ...gap } });
  expect(desktop.events).toContainEqual({ type: "state", state: desktop.state() });
  expect(desktop.state()).toMatchObject({ versionGap: gap, connection: "online" });
  expect(await desktop.call("me.get", {})).toMatchObject({ ok: true });
});
