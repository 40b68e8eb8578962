import { readdirSync } from "node:fs";
import { join } from "node:path";
import { digestPassword } from "#server/accounts/passwords.ts";
import type { DesktopOptions } from "#main/desktop/desktop.ts";
import { createSettings } from "#main/preferences/settings.ts";
import type { SecretStore } from "#main/session/secret-store.ts";
import { eventually } from "#test/support/eventually.ts";
import { memorySecrets } from "../../support/secrets.ts";
import type { TestServer } from "#test/support/server.ts";
import { testDesktop, testFolder, type TestDesktop } from "../../support/desktop.ts";

export const password = "violet otters hum at dawn";

/** A machine with a keychain: what a desktop keeps on it is there for the next one. */
export interface Machine {
  readonly secrets: SecretStore;
  readonly folder: string;
  desktop(options?: Partial<DesktopOptions>): TestDesktop;
  /** The files of snapshots. */
  files(): string[];
}

export function machine(): Machine {
  const secrets = { ...memorySecrets(), lasting: true };
  const folder = testFolder();
  const kept = { settings: createSettings({ store: {} }), secrets, userData: folder };
  return {
    secrets,
    folder,
    desktop: (options) => testDesktop({ ...kept, ...options }),
    files: () => {
      try {
        return readdirSync(join(folder, "snapshots"));
      } catch {
        return [];
      }
    },
  };
}

/** Lets somebody of the server sign in with the password. */
export async function givePassword(server: TestServer, accountId: string): Promise<string> {
  const account = await server.services.pools.system
    .updateTable("accounts")
    .set({ password_digest: await digestPassword(password) })
    .where("id", "=", accountId)
    .returning("email")
    .executeTakeFirstOrThrow();
  return account.email;
}

export async function signIn(desktop: TestDesktop, url: string, email: string): Promise<void> {
  await desktop.call("server.choose", { choice: { kind: "remote", url } });
  const answer = await desktop.call("session.signIn", { email, password });
  if (!answer.ok) throw new Error(`Not signed in: ${JSON.stringify(answer.fault)}`);
}

/** Until every organization is kept. */
export async function wholeSnapshot(desktop: TestDesktop, timeout = 30_000): Promise<void> {
  await eventually(() => {
    const last = desktop.events.findLast((event) => event.type === "snapshot");
    if (
      last?.type !== "snapshot" ||
      last.organizations === 0 ||
      last.filled < last.organizations ||
      last.expected > 0
    ) {
      throw new Error(`The snapshot is not whole: ${JSON.stringify(last)}`);
    }
  }, timeout);
}
