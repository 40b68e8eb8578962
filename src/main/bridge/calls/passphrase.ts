import { answered, failed } from "#contract/answer.ts";
import type { DesktopState } from "#contract/desktop.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { SecretStore } from "../../session/secret-store.ts";
import type { HandlersOf } from "../handlers.ts";

interface Parts {
  readonly state: () => DesktopState;
  readonly tellState: () => void;
  readonly link: () => ServerLink | null;
  readonly secrets: SecretStore;
  /** Goes on with the start that waited for the passphrase. */
  readonly start: () => Promise<void>;
  /** Deletes what nobody can read any more. */
  readonly eraseFiles: () => Promise<void>;
}

const unneeded = failed({ kind: "unavailable" });
const wrong = failed({
  kind: "invalid",
  issues: [{ path: "passphrase", code: "wrongPassphrase", message: "This is not the passphrase" }],
});

export const passphraseHandlers = (parts: Parts): HandlersOf<"passphrase"> => {
  const { secrets, link, state, tellState } = parts;
  const lock = () => secrets.protection?.lock();
  const told = () => {
    tellState();
    return answered(state());
  };
  return {
    "passphrase.set": async ({ passphrase }) => {
      if (secrets.protection === undefined || lock() === "locked") return unneeded;
      const first = lock() === "none";
      await secrets.protection.protect(passphrase);
      if (first) await link()?.offline.settle();
      return told();
    },
    "passphrase.remove": async () => {
      const { protection } = secrets;
      if (protection === undefined || lock() !== "open") return unneeded;
      const release = async () => await protection.release();
      await (link()?.offline.release(release) ?? release());
      await parts.eraseFiles();
      return told();
    },
    "passphrase.unlock": async ({ passphrase }) => {
      if (lock() !== "locked") return unneeded;
      if ((await secrets.protection?.unlock(passphrase)) !== true) return wrong;
      await parts.start();
      return told();
    },
    "passphrase.forget": async () => {
      if (lock() !== "locked") return unneeded;
      await secrets.protection?.release();
      await parts.eraseFiles();
      await parts.start();
      return told();
    },
  };
};
