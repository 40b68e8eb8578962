import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { passphraseSecrets } from "#main/session/passphrase.ts";
import { createSettings } from "#main/preferences/settings.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { eventually } from "#test/support/eventually.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { testDesktop, testFolder } from "../support/desktop.ts";
import { givePassword, password, signIn, wholeSnapshot } from "./support/desktops.ts";

const passphrase = "three otters — ölwärts";

let server: TestServer;
let url: string;
let owner: Person;
let email: string;
let organizationId: string;

beforeEach(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  owner = await server.person("Olivia Kilroy");
  email = await givePassword(server, owner.accountId);
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
});
afterEach(async () => server.stop());

const away = async () => server.app.close();

/** A machine without a keychain; each desktop is another start on it. */
function machine() {
  const folder = testFolder();
  const settings = createSettings({ store: {} });
  const files = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      // Which heads of audit logs were seen names nobody, and outlives every passphrase.
      .filter((path) => statSync(path).isFile() && !path.startsWith(join(folder, "witness")));
  return {
    folder,
    raw: () => Buffer.concat(files().map((path) => readFileSync(path))),
    desktop: async () =>
      testDesktop({ settings, userData: folder, secrets: await passphraseSecrets(join(folder, "secrets.json")) }),
  };
}

test("without a passphrase nothing reaches the disk", async () => {
  const place = machine();
  const desktop = await place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  expect(desktop.state().passphrase).toBe("none");
  expect(await desktop.call("offline.get", {})).toMatchObject({ value: { kept: "memory" } });
  await desktop.stop();
  expect(place.raw().length).toBe(0);
});

test("under a passphrase all of it is on the disk, unreadable, and there after a start without a server", async () => {
  const place = machine();
  const first = await place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  await away();
  // What is in memory goes to the disk, whether the server answers or not.
  expect(await first.call("passphrase.set", { passphrase })).toMatchObject({ value: { passphrase: "open" } });
  expect(await first.call("offline.get", {})).toMatchObject({ value: { kept: "disk", organizations: [{}] } });
  await first.stop();
  const raw = place.raw();
  expect(raw.length).toBeGreaterThan(4_000);
  for (const word of ["Kilroy", email, passphrase, password, organizationId]) expect(raw.includes(word)).toBe(false);

  const second = await place.desktop();
  await second.start();
  expect(second.state()).toMatchObject({ passphrase: "locked", account: null });
  expect(await second.call("member.list", { organizationId })).toMatchObject({ fault: { kind: "unavailable" } });
  expect(await second.call("passphrase.unlock", { passphrase: "three otters" })).toMatchObject({
    fault: { kind: "invalid", issues: [{ code: "wrongPassphrase" }] },
  });
  expect(second.state()).toMatchObject({ passphrase: "locked", account: null });
  expect(await second.call("passphrase.unlock", { passphrase: passphrase.normalize("NFD") })).toMatchObject({
    value: { passphrase: "open", account: { email } },
  });
  expect(await second.call("member.list", { organizationId })).toMatchObject({
    value: { items: [{ name: "Olivia Kilroy" }] },
    source: { from: "snapshot" },
  });
});

test("whoever forgot the passphrase begins anew, and nothing of before is left", async () => {
  const place = machine();
  const first = await place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  await first.call("passphrase.set", { passphrase });
  await first.stop();
  const second = await place.desktop();
  await second.start();
  expect(await second.call("passphrase.forget", {})).toMatchObject({ value: { passphrase: "none", account: null } });
  expect(place.raw().length).toBe(0);
  await second.call("session.signIn", { email, password });
  await wholeSnapshot(second);
});

test("taking the passphrase away takes the files away, and the work goes on in memory", async () => {
  const place = machine();
  const desktop = await place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  await desktop.call("passphrase.set", { passphrase });
  expect(existsSync(join(place.folder, "secrets.json"))).toBe(true);
  expect(await desktop.call("passphrase.remove", {})).toMatchObject({
    value: { passphrase: "none", account: { email } },
  });
  expect(place.raw().length).toBe(0);
  await eventually(async () =>
    expect(await desktop.call("offline.get", {})).toMatchObject({ value: { kept: "memory", organizations: [{}] } }),
  );
});

test("signing out leaves no sign-in behind the passphrase", async () => {
  const place = machine();
  const first = await place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  await first.call("passphrase.set", { passphrase });
  await first.call("session.signOut", { everywhere: false });
  await first.stop();
  const second = await place.desktop();
  await second.start();
  expect(await second.call("passphrase.unlock", { passphrase })).toMatchObject({ value: { account: null } });
});

test("a passphrase that cannot be written protects nothing, and does not seem to", async () => {
  const path = join(testFolder(), "missing", "secrets.json");
  const secrets = await passphraseSecrets(path);
  await expect(secrets.protection?.protect(passphrase)).rejects.toThrow("ENOENT");
  expect([secrets.lasting, secrets.protection?.lock()]).toEqual([false, "none"]);
});
